"""Labelled values that have no place of their own in a project (其他栏目)."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from quanheng.core.field import Field, Remark
from quanheng.forms.labels import is_label, meaning
from quanheng.forms.recognising.rows import Row, field, prose

_LABELLED: Final = re.compile(r"\s*([^:：\n]{1,20})[:：]\s*(\S.*)", re.DOTALL)


class RemarkReading:
    """The labelled values of one project while they are being read."""

    def __init__(self) -> None:
        self._remarks: list[Remark] = []

    def take(self, row: Row) -> None:
        """Read the pairs of a row."""
        self._remarks += _pairs(row)
        self._remarks += _in_cells(row)

    def without(self, known: Iterable[Field | None]) -> tuple[Remark, ...]:
        """The remarks whose text the project does not hold as one of its own fields."""
        places = {own.at for own in known if own is not None and own.raw}
        return tuple(r for r in self._remarks if r.text.at not in places)


def _pairs(row: Row) -> Iterator[Remark]:
    """Known labels outside the tables, each with the cell right of it.

    A label that reaches further down than its neighbour heads a block.
    """
    for label, value in pairwise(row.own):
        if not value.text or label.row_span != value.row_span:
            continue
        if _is_named(label.text) and not is_label(value.text):
            yield Remark(field(label), prose(value))


def _is_named(text: str) -> bool:
    return bool(meaning("head", text) or meaning("other", text))


def _in_cells(row: Row) -> Iterator[Remark]:
    """Label and text in one cell: 备注：…."""
    for cell in row.filled:
        match = _LABELLED.fullmatch(cell.text)
        if match and meaning("other", match[1]):
            yield Remark(Field(match[1].strip(), cell.at), Field(match[2], cell.at))
