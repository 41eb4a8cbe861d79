"""What happened, recorded once with proof; values are computed from it (台账)."""
