"""Words, clauses, figures and similarity of Chinese texts (语言)."""
