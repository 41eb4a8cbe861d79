"""Texts that lost the table around them: pieces → rows and columns (无表格线的文本)."""
