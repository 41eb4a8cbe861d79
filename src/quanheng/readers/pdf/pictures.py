"""Pages and pictures that hold text which nobody reads (图片页)."""

from collections.abc import Iterator
from typing import Final

from quanheng.core.source import Source
from quanheng.core.unread import PICTURED, SCANNED, Unread
from quanheng.readers.pdf.page import Page

_SCAN: Final = 0.45
"""Part of the sheet that a scan takes at least; one with wide margins takes a half."""
_PICTURE: Final = 0.2
"""Part of the sheet from which on a picture may hold a table; a photo takes as much,
logos and stamps take less."""
_FEW: Final = 40
"""Signs beside a scan: running head, page number, a stamp that was typed."""


def unread_of(page: Page, number: int) -> Iterator[Unread]:
    """What of a page is a picture of text: the page, or something large on it.

    Args:
        page: The page.
        number: Its number in the file, from 1.
    """
    share = page.pictured
    signs = sum(not glyph.text.isspace() for glyph in page.glyphs)
    if share >= _SCAN and signs < _FEW:
        yield Unread(Source(page=number), SCANNED, unseen=True)
    elif share >= _PICTURE:
        yield Unread(Source(page=number), PICTURED)
