"""Rules and their sources (规则的呈现)."""
