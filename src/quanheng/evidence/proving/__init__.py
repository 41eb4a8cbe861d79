"""Proof files: their facts, their links, their reuse (佐证核对)."""
