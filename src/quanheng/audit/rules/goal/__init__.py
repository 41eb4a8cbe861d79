"""GL: goals (目标)."""
