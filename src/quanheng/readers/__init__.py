"""Files to documents (读取)."""
