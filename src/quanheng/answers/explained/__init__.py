"""Why each value was read as it was, as text, JSON and a page (读取说明)."""
