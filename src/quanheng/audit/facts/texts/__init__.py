"""What the words of a report say of its project, and how they are set (文字事实)."""
