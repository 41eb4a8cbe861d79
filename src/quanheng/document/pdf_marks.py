"""Marks by which our own PDF files are recognised and read (PDF 标记)."""

from typing import Final

OWN: Final = "quanheng"
"""Keyword in the properties of files written by this program."""

FIRM_BLANK: Final = "\u2005"
"""Replaces a blank next to others or at the end of a line, which PDF readers drop; it
is a quarter of an em wide, like the blanks of most fonts."""

BREAKABLE: Final = "\u200b"
"""Break opportunity in a word that is wider than its line."""
