"""A department's summary of many self-evaluations (部门项目支出绩效自评汇总)."""
