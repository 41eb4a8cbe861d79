"""The scoring of an indicator row again, as spreadsheet formulas (计分公式)."""
