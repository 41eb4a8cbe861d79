"""The answers of commands as text, JSON, pages and workbooks (输出)."""
