"""BG: the budget table and money in general (预算执行)."""
