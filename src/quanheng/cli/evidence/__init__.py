"""The commands below ``quanheng evidence``, one a file (台账命令)."""
