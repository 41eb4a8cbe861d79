"""What a person taught about the layout of one publisher (表式提示)."""
