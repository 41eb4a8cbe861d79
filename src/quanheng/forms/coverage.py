"""How much of a file's text went into the report (读取覆盖率)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from quanheng.core.field import Field
from quanheng.core.report import Report
from quanheng.core.source import Source
from quanheng.core.unread import NOT_UNDERSTOOD, UNCERTAIN, Unread
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.labels import is_label, label_key, meaning, unit_in_label
from quanheng.forms.recognising.dumps.words import pieces_of
from quanheng.forms.recognising.head.titles import is_front
from quanheng.forms.what_is_not_form import without_instructions, without_page_furniture

_NO_TEXT: Final = re.compile(
    r"(?:(?:具体)?指标\d*[:：.．、]?)?[\s.…．·/／\-—–－]*"
    r"|[（(]\d{1,2}[）)](?:[=＝][（）()\d+＋\-－/÷]+)?"
)
"""Marks of an empty cell, and the numbers and formulas printed beside the rows."""
_FURTHER_LABELS: Final = ("category", "total_row", "budget_extra", "corner")
_TELLING: Final = 4
"""The shortest text found in the report without its place."""

_LEAST_SHARE: Final = Decimal("0.1")
"""In a form at least half the cells are understood, in a price list a hundredth."""

Place = tuple[int, int, int, int, str]


@dataclass(frozen=True, slots=True)
class Coverage:
    """The cells with text, and those of them that were used (覆盖率).

    A cell is used where a field of the report has its place, or where it is a label in
    a table that was understood. Empty marks (—, ……, 指标2：) are no text. Where no
    table was understood, parts of lines are counted instead of cells.

    Attributes:
        used: Number of cells used in the report.
        filled: Number of cells with text.
        unused: The unused texts with their places.
        unread: The parts that were not read and the tables not understood.
    """

    used: int
    filled: int
    unused: tuple[Field, ...] = ()
    unread: tuple[Unread, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """Whether so little was understood that the file may be no report."""
        return self.used < _LEAST_SHARE * self.filled

    @property
    def is_whole(self) -> bool:
        """Whether all text of the file was used in the report."""
        return not self.unused and not self.unread


def coverage(document: Document, report: Report) -> Coverage:
    """Compare a document with the report recognised in it."""
    document = without_page_furniture(without_instructions(document))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    held = set(_places(report))
    doubtful = {f.at: f for project in report.projects for f in project.uncertain}
    given_up = {part.at for part in report.unread if part.why == NOT_UNDERSTOOD}
    filled, unused, lost = 0, list[Field](), list[Source]()
    for table in tables:
        cells = [c for c in table.cells if c.text and not _NO_TEXT.fullmatch(c.text)]
        filled += len(cells)
        free = [cell for cell in cells if _place(cell.at) not in held]
        values = [cell for cell in free if not _is_label(cell.text)]
        if values and (len(free) == len(cells) or table.at in given_up):
            values = free
            lost.append(table.at)
        unused += [Field(cell.text, cell.at) for cell in values]
    if len(lost) == len(tables):
        pieces = list(_pieces(document, report))
        filled += len(pieces)
        unused += [piece for piece, is_used in pieces if not is_used]
    unread = [part for part in report.unread if part.why != NOT_UNDERSTOOD]
    unread += [Unread(at, NOT_UNDERSTOOD) for at in lost]
    unread += [Unread(f.at, UNCERTAIN, seen=f.seen) for f in doubtful.values()]
    used = filled - len(unused) - len(doubtful)
    return Coverage(used, filled, tuple(unused), tuple(unread))


def _is_label(text: str) -> bool:
    return bool(
        is_label(text)
        or (unit_in_label(text) and not label_key(text))
        or any(meaning(group, text) for group in _FURTHER_LABELS)
        or is_front(text)
    )


def _place(at: Source) -> Place:
    return at.paragraph, at.table, at.row, at.column, at.sheet


def _places(report: Report) -> Iterator[Place]:
    for field in _fields(report.projects, whole=False):
        yield _place(field.at)
        for at in field.also:
            yield _place(at)


def _fields(value: Any, *, whole: bool) -> Iterator[Field]:
    """Every field in a part of a report, the narrative only if ``whole``."""
    if isinstance(value, Field):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _fields(part, whole=whole)
    elif isinstance(value, Mapping):
        yield from value.values()
    elif value is not None and not isinstance(value, Source):
        for name in getattr(value, "__dataclass_fields__", ()):
            if whole or name != "sections":
                yield from _fields(getattr(value, name), whole=whole)


def _pieces(document: Document, report: Report) -> Iterator[tuple[Field, bool]]:
    """The parts of lines, each with whether it was used in the report."""
    known: dict[Place, list[str]] = defaultdict(list)
    for field in _fields(report.projects, whole=True):
        known[_place(field.at)] += map(_bare, field.raw.split("\n"))
    lines = {(place, line) for place, texts in known.items() for line in texts}
    joined = {place: "\n".join(texts) for place, texts in known.items()}
    everything = "\n".join(joined.values())
    rest = []
    for block in document.blocks:
        if isinstance(block, Heading | Paragraph):
            for line in filter(None, map(str.strip, block.text.split("\n"))):
                field = Field(line, block.at)
                if (_place(block.at), _bare(line)) in lines:
                    yield field, True
                else:
                    rest.append(field)
    for piece in pieces_of(rest):
        if _NO_TEXT.fullmatch(piece.text):
            continue
        bare = _bare(piece.text)
        yield (
            Field(piece.text, piece.at),
            _is_label(piece.text)
            or bare in joined.get(_place(piece.at), "")
            or (len(bare) >= _TELLING and bare in everything),
        )


def _bare(text: str) -> str:
    return "".join(text.split())
