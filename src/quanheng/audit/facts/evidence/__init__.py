"""What registers, surveys and proofs say beside a report (佐证事实)."""
