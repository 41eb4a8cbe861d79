"""PB: problems and measures (问题与措施)."""
