"""Neutral blocks between files and the domain (文档块)."""
