"""Number formats of live cells (数字格式)."""

from typing import Final

SCORE: Final = "0.00"
OFFICIAL_SCORE: Final = '0.00;-0.00;0.00;""'
"""A score in the printed form; a text instead of a score is not shown."""
RATE: Final = "0.00%"
TEXT: Final = "@"
"""Keeps the text as typed: 12-31 is not made a date, 95% stays 95%."""
