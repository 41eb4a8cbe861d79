"""Registers, proof files and computed values (台账的呈现)."""
