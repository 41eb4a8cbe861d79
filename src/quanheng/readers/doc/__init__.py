"""Old Word files (doc) to documents."""
