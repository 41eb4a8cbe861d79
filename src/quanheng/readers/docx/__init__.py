"""Word files (docx) to documents."""
