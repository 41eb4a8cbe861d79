"""How values are bound to registers, computed and proposed (取数)."""
