"""Values that are computed from registers: how, and what came out (台账取数)."""
