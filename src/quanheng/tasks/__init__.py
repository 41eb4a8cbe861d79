"""What can be done with a report, one task per file (任务)."""
