"""Limits and word lists that formulas name, and the guide to them (参数)."""
