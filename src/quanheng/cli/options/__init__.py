"""The options of commands, by subject (命令选项)."""
