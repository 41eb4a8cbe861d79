"""Files → reports (读取)."""
