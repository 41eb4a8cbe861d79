"""Points, rates and sums of the budget table (预算执行)."""
