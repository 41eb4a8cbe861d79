"""How answers look on the terminal and as JSON (输出)."""
