"""Pdf files in the look of the Word files, set by Typst (写出 PDF)."""
