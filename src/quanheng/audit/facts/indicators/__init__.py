"""What the rows of the indicator table say (指标事实)."""
