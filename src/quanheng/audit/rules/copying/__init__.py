"""CP: copying (雷同)."""
