"""Where and how a call writes (写入)."""
