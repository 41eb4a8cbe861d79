"""The cover (封面)."""
