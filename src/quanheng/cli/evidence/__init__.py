"""The commands of ``quanheng evidence``, one per file (台账命令)."""
