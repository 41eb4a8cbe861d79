"""Deadlines (期限的呈现)."""
