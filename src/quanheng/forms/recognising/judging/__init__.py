"""What each row, line and column is, everything about it weighed (判断)."""
