"""Registers: kinds, reading, masking, blank books (台账)."""
