"""IN: indicators (指标)."""
