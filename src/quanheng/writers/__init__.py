"""Documents to files (输出)."""
