"""Writing of files and to the terminal (写入)."""
