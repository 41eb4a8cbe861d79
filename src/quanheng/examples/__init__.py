"""The reports that quanheng ships (示例)."""
