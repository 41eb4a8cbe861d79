"""Which rules are asked and which findings are shown (规则取舍)."""
