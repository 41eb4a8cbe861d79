"""Facts about money in table and text (资金事实)."""
