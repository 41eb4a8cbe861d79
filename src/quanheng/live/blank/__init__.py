"""Blank forms that compute while they are filled in (空白填报表)."""
