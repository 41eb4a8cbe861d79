"""WD: wording and private data (文字)."""
