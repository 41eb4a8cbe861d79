"""Formats of cells and lines in a workbook (单元格样式)."""

from dataclasses import dataclass
from typing import Final

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from xlsxwriter.format import Format  # type: ignore[import-untyped]

from quanheng.document.live import Tone
from quanheng.document.table import Align

BODY: Final = "仿宋"
BLACK: Final = "黑体"
LINE_HEIGHT: Final = 18
"""Line height of table text in points."""
HIGHEST_ROW: Final = 409

TONES: Final = {
    Tone.ERROR: {"bg_color": "#F8CBAD", "font_color": "#9C0006"},
    Tone.WARNING: {"bg_color": "#FFE699"},
    Tone.EMPTY: {"bg_color": "#FFFBE6"},
}


@dataclass(frozen=True, slots=True)
class Line:
    """The format of a line of text, its size in points (文字行)."""

    font: str = BODY
    size: int = 12
    align: str = Align.LEFT.value

    @property
    def pitch(self) -> int:
        """Line pitch in points."""
        return self.size * 5 // 3


HEADINGS: Final = (
    Line("方正小标宋简体", 18, Align.CENTER.value),
    Line(BLACK),
    Line("楷体"),
)


class Formats:
    """The cell formats of a workbook, each created once (样式表)."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._formats: dict[tuple[object, ...], Format] = {}
        self._cells: dict[tuple[Align, str, bool, bool], Format] = {}

    def line(self, line: Line) -> Format:
        """A line of text."""
        return self._of(
            font_name=line.font,
            font_size=line.size,
            align=line.align,
            valign="vcenter",
            text_wrap=True,
        )

    def cell(
        self, align: Align, number: str, *, header: bool, is_open: bool = False
    ) -> Format:
        """A cell of a table."""
        key = align, number, header, is_open
        if key not in self._cells:
            self._cells[key] = self._of(
                font_name=BLACK if header else BODY,
                font_size=10.5,
                align=Align.CENTER.value if header else align.value,
                valign="vcenter",
                border=1,
                text_wrap=True,
                num_format=number,
                locked=not is_open,
            )
        return self._cells[key]

    def tone(self, tone: Tone) -> Format:
        """The colour of an alarm."""
        return self._of(**TONES[tone])

    def _of(self, **look: object) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(look)
        return self._formats[key]
