"""Forms that compute while they are filled in (填报计算)."""
