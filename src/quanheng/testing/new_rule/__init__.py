"""The files of a new rule, laid out to be filled in (新规则)."""
