"""Parts of a text recognised by their form: figures, numbers, marks (文中要素)."""
