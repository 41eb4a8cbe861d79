"""Planted faults, and how many of them the rules find (变异检验)."""
