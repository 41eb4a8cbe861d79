"""What both Word formats, new and old, have in common."""
