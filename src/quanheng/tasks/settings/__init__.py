"""Settings and waivers (设置与豁免)."""
