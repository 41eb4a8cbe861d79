"""Deadlines and bursts of concern over registers (监测)."""
