"""What a phrase says: category, reason, problem, scale, slogan (语句含义)."""
