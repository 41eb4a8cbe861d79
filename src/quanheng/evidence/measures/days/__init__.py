"""Measures of days and spans of time (时间)."""
