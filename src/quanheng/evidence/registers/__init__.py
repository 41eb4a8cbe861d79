"""The kinds of registers, one a file (台账种类)."""
