"""Measures of parts of a whole (占比)."""
