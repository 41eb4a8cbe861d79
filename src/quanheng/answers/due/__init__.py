"""What is due (期限的呈现)."""
