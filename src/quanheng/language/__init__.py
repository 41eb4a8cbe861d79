"""Words, similarity and dated lexicons (语言)."""
