"""What registers, surveys and proofs say about a report (佐证事实)."""
