"""Files of registers to registers (读取台账)."""
