"""Two texts or lists of names held against each other (比对)."""
