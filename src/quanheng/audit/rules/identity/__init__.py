"""ID: what the form is about and who filled it in (表头)."""
