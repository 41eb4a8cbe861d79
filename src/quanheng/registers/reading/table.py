"""A table of texts as a file holds it, before anything is understood (原始表)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class RawTable:
    """Rows of texts in order, blank ones included (原始表).

    Attributes:
        name: Name of the file without its suffix, or of the sheet.
        file: Name of the file, the sheet added for a workbook: 台账.xlsx#活动.
        rows: Its rows; the first is row 1 of the file. They are read once.
        epoch: Day 0 of the days that a workbook counts; None for a text file.
        merged: Rows with a cell that a merged one above covers.
    """

    name: str
    file: str
    rows: Iterable[Sequence[str]]
    epoch: datetime | None = None
    merged: frozenset[int] = frozenset()
