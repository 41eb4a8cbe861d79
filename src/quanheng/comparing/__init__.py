"""Two papers on the same projects held against each other (比对)."""
