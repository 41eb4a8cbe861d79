"""Forms that nobody has seen: made from one true record by a drawn layout (生成表)."""
