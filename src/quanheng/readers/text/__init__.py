"""Plain texts to documents."""
