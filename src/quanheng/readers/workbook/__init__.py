"""Workbooks to documents."""
