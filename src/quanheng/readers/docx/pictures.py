"""Page-sized pictures in Word files, whose text is not read (图片)."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from quanheng.core.bilingual import Words
from quanheng.core.source import WHOLE_FILE
from quanheng.core.unread import Unread

_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/"
_EXTENT: Final = f"{_DRAWING}wordprocessingDrawing}}extent"
_PICTURE: Final = f"{_DRAWING}picture}}pic"
_PAGE: Final = 7_560_000 * 10_692_000
"""Area of an A4 sheet in square EMU."""
_SCAN: Final = 0.45
"""Least share of a sheet that a scanned page covers."""


def unread_in(root: etree._Element) -> Iterator[Unread]:
    """The page-sized pictures of a main part; smaller ones are mostly photos."""
    scans = 0
    for extent in root.iter(_EXTENT):
        frame = extent.getparent()
        size = _length(extent.get("cx")) * _length(extent.get("cy"))
        if size >= _SCAN * _PAGE and frame is not None:
            scans += next(frame.iter(_PICTURE), None) is not None
    if scans:
        why = Words(
            f"有{scans}幅整页图片，图中文字未读入",
            f"{scans} pictures as large as a page, text in them not read",
        )
        yield Unread(WHOLE_FILE, why, unseen=True)


def _length(value: str | None) -> int:
    """A length in EMU, 0 if invalid."""
    return int(value) if value and value.isdecimal() and len(value) < 10 else 0
