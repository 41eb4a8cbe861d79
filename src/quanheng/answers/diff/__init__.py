"""Differences between two papers (比对结果的呈现)."""
