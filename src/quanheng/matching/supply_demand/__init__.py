"""What is on offer, what is wanted, and what fits (供需)."""
