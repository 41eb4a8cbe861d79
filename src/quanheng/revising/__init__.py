"""Figures of a report in one format, their values unchanged (整理数字)."""
