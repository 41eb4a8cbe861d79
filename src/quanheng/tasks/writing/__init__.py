"""Reports → papers and corrected files (输出与修正)."""
