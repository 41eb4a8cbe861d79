"""Measures of surveys (问卷)."""
