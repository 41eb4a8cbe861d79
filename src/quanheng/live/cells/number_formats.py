"""Number formats of live cells (数字格式)."""

from typing import Final

SCORE: Final = "0.00"
OFFICIAL_SCORE: Final = '0.00;-0.00;0.00;""'
"""A score in the printed form: a word in its place is not shown."""
RATE: Final = "0.00%"
TEXT: Final = "@"
"""Keeps what is typed: 12-31 stays no day, 95% stays 95%."""
