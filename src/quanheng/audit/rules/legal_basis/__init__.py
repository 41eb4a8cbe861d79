"""LB: legal basis and documents cited (立项依据)."""
