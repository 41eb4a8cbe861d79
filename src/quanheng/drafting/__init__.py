"""Drafts of the chapters that a report has still to write (起草)."""
