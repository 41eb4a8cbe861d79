"""Where pages begin, and forms on one page (分页)."""
