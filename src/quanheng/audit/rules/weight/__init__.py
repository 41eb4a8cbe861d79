"""WT: weights (权重)."""
