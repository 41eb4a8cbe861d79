"""The domain in plain values: reports, indicators, quantities, places (领域模型)."""
