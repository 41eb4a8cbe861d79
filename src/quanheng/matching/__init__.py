"""Farm produce on offer matched with what units want to buy (产销对接)."""
