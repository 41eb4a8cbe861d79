"""Pdf files (PDF)."""
