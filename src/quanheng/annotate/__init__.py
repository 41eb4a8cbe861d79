"""Findings back into the user's own file: comments, notes, corrections (批注与修正)."""
