"""Rules that find what is wrong in a report (审核)."""
