"""Facts about the rows of the indicator table (指标事实)."""
