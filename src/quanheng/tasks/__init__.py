"""One verb a file: what can be done with a report (任务)."""
