"""Templates for the files of a new rule (新规则)."""
