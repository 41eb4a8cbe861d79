"""What our own pdf files are known and read by (PDF 标记)."""

from typing import Final

OWN: Final = "quanheng"
"""Keyword in the properties of the files that this program writes."""

FIRM_BLANK: Final = "\u2005"
"""Stands for a blank beside others or at either end of a line, which readers of pdf
files drop; a quarter of an em wide, as the blanks of most fonts are."""

BREAKABLE: Final = "\u200b"
"""Where a word may be parted that is wider than its line."""
