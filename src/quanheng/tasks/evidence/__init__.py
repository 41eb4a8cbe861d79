"""Evidence folders (佐证)."""
