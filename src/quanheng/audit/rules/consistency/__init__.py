"""CS: figures and text that should agree (一致性)."""
