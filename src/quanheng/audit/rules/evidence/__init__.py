"""EV: surveys and proof behind values (佐证)."""
