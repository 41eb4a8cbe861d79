"""Files that prove: what they are, what they prove, which are used again (佐证核对)."""
