"""What findings come to: waived, known, an opinion (问题的后续)."""
