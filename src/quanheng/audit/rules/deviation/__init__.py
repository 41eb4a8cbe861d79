"""DV: reasons for deviations and their measures (偏差原因与改进措施)."""
