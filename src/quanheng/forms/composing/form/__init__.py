"""A form that is one table: head, money, goals, indicators (一表式)."""
