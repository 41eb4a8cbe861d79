"""Scanned pages and large pictures, whose text is not read (图片页)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.source import Source
from quanheng.core.unread import PICTURED, SCANNED, Unread
from quanheng.readers.pdf.page import Page

_SCAN: Final = 0.45
"""Least share of the sheet that a scan covers; with wide margins it is a half."""
_PICTURE: Final = 0.2
"""Least share of the sheet of a picture that may hold a table; logos and stamps are
smaller."""
_FEW: Final = 40
"""Most characters besides a scan, such as a page header, page number or stamp."""


def unread_of(page: Page, number: int) -> Iterator[Unread]:
    """The page as unread if it is a scan or has a large picture; numbers from 1."""
    share = page.pictured
    signs = sum(not glyph.text.isspace() for glyph in page.glyphs)
    if share >= _SCAN and signs < _FEW:
        yield Unread(Source(page=number), SCANNED, unseen=True)
    elif share >= _PICTURE:
        yield Unread(Source(page=number), PICTURED)
