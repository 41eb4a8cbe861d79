"""One folder a family, one file a rule, its cases beside it (规则库)."""
