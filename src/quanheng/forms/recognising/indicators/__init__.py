"""Tables of indicators: what their columns and rows are (指标表)."""
