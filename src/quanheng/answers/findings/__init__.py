"""Findings of a check (审核结果的呈现)."""
