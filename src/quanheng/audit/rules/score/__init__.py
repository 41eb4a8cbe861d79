"""SC: scores, totals and grades (得分、总分与评级)."""
