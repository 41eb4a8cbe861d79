"""National self-evaluation form (项目支出绩效自评表)."""
