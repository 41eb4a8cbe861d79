"""Reports → scores, findings, differences (审核与复算)."""
