"""Word files in the look of GB/T 9704 (写出 Word 文件)."""
