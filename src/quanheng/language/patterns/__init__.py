"""What is known in running text by its form: figures, numbers, marks (文中要素)."""
