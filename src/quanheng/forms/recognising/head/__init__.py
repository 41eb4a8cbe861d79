"""Head of a form: titles, labels and their values (表头)."""
