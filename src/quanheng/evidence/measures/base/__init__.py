"""What the measures share: the question, the entries that count, rates (计量基础)."""
