"""A table of texts as in its file (原始表)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows of texts in order, blank ones included (原始表).

    Attributes:
        name: Name of the file without its suffix, or of the sheet.
        file: Name of the file, the sheet added for a workbook: 台账.xlsx#活动.
        rows: Its rows; the first is row 1 of the file. They can be read only once.
        epoch: Day 0 of the serial days of a workbook; None for a text file.
        merged: Rows with a cell covered by a merged one above.
    """

    name: str
    file: str
    rows: Iterable[Sequence[str]]
    epoch: datetime | None = None
    merged: frozenset[int] = frozenset()
