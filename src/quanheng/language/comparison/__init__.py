"""Texts and lists of names compared (比对)."""
