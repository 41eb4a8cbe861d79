"""Stored values as texts (单元格文字), the same for every workbook format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from quanheng.readers.workbook.builtin_formats import BUILTIN_FORMATS, GENERAL
from quanheng.readers.workbook.number_format import shown_number

TRUTH = ("FALSE", "TRUE")
"""How programs show a truth value."""


@dataclass(slots=True)
class NumberStyles:
    """The number formats of a workbook, and how its cells find theirs (数字格式表).

    Attributes:
        codes: Number of a format → its code, where the file gives one.
        styles: Cell style → number of its format.
        since_1904: Whether days count from 1904.
    """

    codes: Mapping[int, str] = field(default_factory=dict)
    styles: Sequence[int] = ()
    since_1904: bool = False

    def text(self, value: float, style: int) -> str:
        """A number as a cell of a style shows it; General if it is unknown."""
        return shown_number(value, self.code(style), since_1904=self.since_1904)

    def code(self, style: int) -> str:
        """The number format of a cell style; General if it is unknown."""
        known = 0 <= style < len(self.styles)
        number = self.styles[style] if known else 0
        return self.codes.get(number) or BUILTIN_FORMATS.get(number, GENERAL)
