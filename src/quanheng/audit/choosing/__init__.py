"""Which rules are applied and which findings are shown (规则取舍)."""
