"""Notes and corrections in Excel files."""
