"""VL: targets and actuals (目标值、业绩值)."""
