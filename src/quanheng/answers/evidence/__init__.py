"""Registers, proofs and computed values (台账的呈现)."""
