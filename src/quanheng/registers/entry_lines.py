"""Entries of a register as lines of text, without anything personal (记录清单)."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from quanheng.registers.kind import FieldType
from quanheng.registers.reading.values.written import written
from quanheng.registers.register import Register
from quanheng.registers.templates import heading

ROW: Final = "行号"


def entry_lines(register: Register, rows: Iterable[int]) -> Iterator[tuple[str, ...]]:
    """The headings, then a line for each entry in some rows of the register's file.

    Sealed fields and empty columns are left out. For a confidential register the lines
    hold only row numbers.
    """
    found = [(row, bisect_left(register.rows, row)) for row in rows]
    columns: list[tuple[str, Sequence[Any]]] = [
        (heading(field), register.column(field.name))
        for field in register.kind.fields
        if field.type is not FieldType.SEALED
    ]
    if register.kind.confidential:
        columns = []
    shown = [
        (title, values)
        for title, values in columns
        if any(values[at] is not None for _, at in found)
    ]
    yield (ROW, *(title for title, _ in shown))
    for row, at in found:
        yield (str(row), *(written(values[at]) for _, values in shown))
