"""Pure measures over a register, one a file (计量)."""
