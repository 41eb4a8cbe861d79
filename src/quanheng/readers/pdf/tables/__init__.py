"""Tables of a pdf, from rules to finished cells (表格)."""
