"""Scores recomputed, one formula a file, each step traced (计分)."""
