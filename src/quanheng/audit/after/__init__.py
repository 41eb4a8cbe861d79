"""Waivers, baseline and the opinion that follows from findings (问题的后续)."""
