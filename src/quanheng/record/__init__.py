"""A report as plain data: the JSON and YAML form of ``convert`` (数据格式)."""
