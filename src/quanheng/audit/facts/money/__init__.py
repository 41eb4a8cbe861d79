"""What table and text say about money (资金事实)."""
