"""LY: headings, annexes and residue of the layout (格式)."""
