"""Measures that count or add up (数量)."""
