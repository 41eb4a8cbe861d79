"""Rules as dated, cited parameters (法规参数)."""
