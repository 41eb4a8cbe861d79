"""Self-evaluation of transfer payments (转移支付绩效自评)."""
