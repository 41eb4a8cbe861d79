"""Stored values as displayed texts, for all workbook formats (单元格文字)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from quanheng.readers.workbook.builtin_formats import BUILTIN_FORMATS, GENERAL
from quanheng.readers.workbook.number_format import shown_number

TRUTH = ("FALSE", "TRUE")
"""Texts of boolean values."""


@dataclass(slots=True)
class NumberStyles:
    """The number formats of a workbook by cell style (数字格式表).

    Attributes:
        codes: Format code by format number, for custom formats.
        styles: Format number of each cell style.
        since_1904: Whether days count from 1904.
    """

    codes: Mapping[int, str] = field(default_factory=dict)
    styles: Sequence[int] = ()
    since_1904: bool = False

    @property
    def epoch(self) -> datetime:
        """Day 0 of date numbers."""
        return datetime(1904, 1, 1) if self.since_1904 else datetime(1899, 12, 30)

    def text(self, value: float, style: int) -> str:
        """A number as displayed in a cell style; General if the style is unknown."""
        return shown_number(value, self.code(style), since_1904=self.since_1904)

    def code(self, style: int) -> str:
        """The number format of a cell style; General if the style is unknown."""
        known = 0 <= style < len(self.styles)
        number = self.styles[style] if known else 0
        return self.codes.get(number) or BUILTIN_FORMATS.get(number, GENERAL)
