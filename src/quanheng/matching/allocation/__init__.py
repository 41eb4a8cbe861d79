"""How offers are shared out to demands (分配)."""
