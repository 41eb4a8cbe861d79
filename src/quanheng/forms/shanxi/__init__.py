"""Shanxi self-evaluation report (山西省项目支出绩效自评报告)."""
