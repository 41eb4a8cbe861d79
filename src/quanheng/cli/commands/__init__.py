"""One command a file (命令)."""
