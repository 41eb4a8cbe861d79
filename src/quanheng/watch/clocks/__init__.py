"""Clocks that run on the entries of registers: what is due when (时限)."""
