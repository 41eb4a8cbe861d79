"""Options that commands share, by subject (命令选项)."""
