"""Where one form of a document ends and the next begins (分表)."""

import dataclasses
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from quanheng.core.field import Field
from quanheng.core.source import Source
from quanheng.document.headings import printed_level
from quanheng.forms.recognising.head.reading import HeadReading
from quanheng.forms.recognising.head.titles import is_front, is_title, name_in_title
from quanheng.forms.recognising.judging.evidence import shape
from quanheng.forms.recognising.rows import Row, field

_OPENING: Final = frozenset(("pair", "money_head", "money", "goal_head", "goal"))
"""Kinds of rows that a form begins with, and that a further table seldom has."""
_WITHIN: Final = frozenset(
    ("head", "indicator", "class", "subtotal", "total", "money_head", "money")
)
"""Kinds of rows in which 项目名称 heads a column."""
_BODY: Final = frozenset(("head", "indicator"))
_SURE_OF_NAME: Final = 3.0
_LEAST: Final = 2.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line outside tables; level 0 for body text and titles (段)."""

    text: Field
    level: int = 0


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of one table, in order (连续行)."""

    rows: list[Row]
    at: Source


Strand: TypeAlias = Line | Rows
"""A piece of a document, in its order."""


def forms_of(strands: Sequence[Strand]) -> list[list[Strand]]:
    """The pieces of each form."""
    cutter = _Cutter()
    for strand in strands:
        if isinstance(strand, Line):
            cutter.waiting.append(strand)
        else:
            cutter.take_table(strand)
    cutter.hand_over(len(cutter.waiting))
    return cutter.forms


@dataclass
class _Known:
    """What has been seen of the form that is being read."""

    name: str = ""
    sheet: str = ""
    has_form: bool = False
    has_indicators: bool = False
    has_chapters: bool = False

    def see(self, strand: Strand) -> None:
        """Take a piece of the form into account."""
        if isinstance(strand, Line):
            level = printed_level(strand.text.raw) or strand.level
            if level and not is_title(strand.text.raw):
                self.has_chapters = True
            return
        self.sheet = strand.at.sheet
        alone = [r.filled[0].text for r in strand.rows if _is_line(r)]
        if any(map(printed_level, alone)) and any(shape(t) == "prose" for t in alone):
            self.has_chapters = True  # a report in the rows of a sheet
        kinds = {row.kind for row in strand.rows}
        self.has_form = self.has_form or bool(kinds & (_OPENING | _BODY | {""}))
        self.has_indicators = self.has_indicators or bool(kinds & _BODY)


@dataclass
class _Cutter:
    """Deals the pieces of a document out to its forms."""

    forms: list[list[Strand]] = dataclasses.field(default_factory=lambda: [[]])
    waiting: list[Line] = dataclasses.field(default_factory=list)
    known: _Known = dataclasses.field(default_factory=_Known)

    def take_table(self, table: Rows) -> None:
        """Hand a table over, cut where a form begins inside it."""
        begin = 0
        for end in (*_possible_starts(table.rows), len(table.rows)):
            if end > begin:
                self._take_part(Rows(table.rows[begin:end], table.at))
            begin = end

    def _take_part(self, part: Rows) -> None:
        title = _first(self.waiting, _is_title)
        titles = [line.text for line in self.waiting[title:] if _is_title(line)]
        titles += [field(row.filled[0]) for row in part.rows[:1] if _is_title_row(row)]
        named = self._name(part) or next(filter(None, map(name_in_title, titles)), None)
        if self._begins(part, named, titled=bool(titles)):
            self.hand_over(min(title, _first(self.waiting, _is_name)))
            self.forms.append([])
            self.known = _Known()
        self.hand_over(len(self.waiting))
        if named and not self.known.name:
            self.known.name = named.raw
        self.known.see(part)
        self._append(part)

    def _name(self, part: Rows) -> Field | None:
        """The project's name by its label, in the rows or the lines above them."""
        head = HeadReading()
        for line in self.waiting:
            head.take_text(line.text, labelled_only=True)
        for row in part.rows:
            if row.kind not in _WITHIN:
                head.take(row)
        return head.first("name")

    def _append(self, part: Rows) -> None:
        """Add rows to the form; those of one table stay together."""
        form = self.forms[-1]
        if form and isinstance(last := form[-1], Rows) and last.at == part.at:
            last.rows.extend(part.rows)
        else:
            form.append(part)

    def hand_over(self, count: int) -> None:
        """Give lines that were waiting to the form that is being read."""
        for line in self.waiting[:count]:
            self.known.see(line)
            self.forms[-1].append(line)
        del self.waiting[:count]

    def _begins(self, part: Rows, name: Field | None, *, titled: bool) -> bool:
        """Whether a further form begins here, by all that speaks for it and against."""
        known = self.known
        if not known.has_form:
            return False
        sure = 1.0 if known.has_indicators else -1.0
        sure += 1.0 if titled else 0.0
        is_first = not known.name and not known.has_indicators
        can_tell = name is not None and (titled or name.raw) and not is_first
        is_other = bool(can_tell and name and not _is_same(name.raw, known.name))
        if name is not None:
            # A page may repeat the name; a form of the same project has its title.
            again = known.name and (titled or known.sheet != part.at.sheet)
            sure += _SURE_OF_NAME if is_other or again else -_SURE_OF_NAME
        sure += 0.5 if any(row.kind in _OPENING for row in part.rows) else 0.0
        if known.has_chapters and (not is_other or not known.name):
            return False  # a form below a report on the same project is its annex
        return sure >= _LEAST


def _is_same(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


def _first(lines: Sequence[Line], is_wanted: Callable[[Line], bool]) -> int:
    """The place of the first line of a kind, behind the last where there is none."""
    found = (n for n, line in enumerate(lines) if is_wanted(line))
    return next(found, len(lines))


def _is_name(line: Line) -> bool:
    head = HeadReading()
    head.take_text(line.text, labelled_only=True)
    return head.knows("name")


def _is_title(line: Line) -> bool:
    return is_title(line.text.raw)


def _is_line(row: Row) -> bool:
    return row.kind in ("text", "title", "note") and len(row.filled) == 1


def _is_title_row(row: Row) -> bool:
    filled = row.filled
    return len(filled) == 1 and is_front(filled[0].text)


def _possible_starts(rows: Sequence[Row]) -> Iterator[int]:
    """The rows at which a form may begin: titles, and names without a title above."""
    for number, row in enumerate(rows):
        above = number > 0 and _is_title_row(rows[number - 1])
        if not above and (_is_title_row(row) or _names_project(row)):
            yield number


def _names_project(row: Row) -> bool:
    if row.kind in _WITHIN:
        return False
    head = HeadReading()
    head.take(row)
    return head.knows("name")
