"""The commands, one per file (命令)."""
