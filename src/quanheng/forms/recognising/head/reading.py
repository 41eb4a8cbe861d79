"""Head of a form: project, units, year, preparer (表头信息)."""

import re
from functools import lru_cache
from itertools import pairwise, zip_longest
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Preparer
from quanheng.document.table import Cell
from quanheng.forms.labels import is_label, meaning
from quanheng.forms.lexemes import likeness
from quanheng.forms.recognising.first_filled import FirstFilled
from quanheng.forms.recognising.head import titles
from quanheng.forms.recognising.head.label_lines import before_label, pieces, spaced
from quanheng.forms.recognising.head.values import value_of
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.rows import Row

_HEADS: Final = 3
"""So many labels and nothing else are the heads of columns."""
_COLUMNS: Final = frozenset(("head", "indicator", "class", "other"))
"""Kinds of rows in which a word like 项目 heads a column."""
_BOX: Final = re.compile("[□☐☑☒√✓■]")
"""A label with a box is a choice (项目□)."""
_VALUE_END: Final = re.compile(r"\s{4,}|[，,]")


@lru_cache(maxsize=65536)
def head_meaning(text: str) -> str | None:
    """What a label of the head means, by the catalogue or by its words."""
    if name := meaning("head", text):
        return None if _BOX.search(text) else name
    if is_label(text):
        return None
    found = likeness("head", text)
    name = max(found, key=lambda one: found[one], default=None)
    return name if name and found[name] > 1 else None


class HeadReading:
    """The head of one project while it is being read."""

    def __init__(self) -> None:
        self._fields: FirstFilled[str] = FirstFilled()
        self._title_year: Field | None = None
        self._below: dict[int, str] = {}
        self._width = 0

    def put(self, name: str, value: Field) -> None:
        """Keep a value; the first one that is filled wins."""
        self._fields.put(name, value)

    def take(self, row: Row) -> bool:
        """Read the label and value pairs of a row; False when it has none."""
        waiting, self._below = self._below, {}
        is_whole = not row.is_ragged or len(row.own) == self._width
        taken = is_whole and self._take_below(row, waiting)
        self._width = len(row.own)
        if _is_labels(row):
            # What they say stands below, if anywhere.
            names = ((cell.column, head_meaning(cell.text)) for cell in row.filled)
            self._below = {column: name for column, name in names if name}
            return taken
        is_pair = row.kind not in _COLUMNS
        for label, after in zip_longest(row.own, row.own[1:]):
            taken = self._take_pair(label, after, is_pair=is_pair) or taken
        return self._take_score(row) or taken

    def _take_pair(self, label: Cell, after: Cell | None, *, is_pair: bool) -> bool:
        if not label.text:
            return False
        name = head_meaning(label.text)
        if name == "name" and not is_pair:
            name = meaning("head", label.text)
        if name is None:
            return self.take_text(Field(label.text, label.at), labelled_only=True)
        if after is None:
            self._below[label.column] = name
        if after is not None and after.row_span < label.row_span:
            return False
        blank = Field("", label.at)
        self.put(name, blank if after is None else self._value(name, after) or blank)
        return True

    def _take_score(self, row: Row) -> bool:
        """The points (得分) of a row that tells the grade, too, are the total."""
        if not any(head_meaning(cell.text) == "grade" for cell in row.filled):
            return False
        for label, after in pairwise(row.own):
            if evidence(label.text).exact.get("indicator") == "score":
                self.put("total", self._value("total", after) or Field("", label.at))
                return True
        return False

    def _value(self, name: str, cell: Cell) -> Field | None:
        """What a cell says beside a label; labels behind it have their own values."""
        value = value_of(name, before_label(cell.text))
        return None if value is None else Field(value, cell.at)

    def _take_below(self, row: Row, waiting: dict[int, str]) -> bool:
        """Labels at a row's end, or in a row of labels, have their values below."""
        taken = False
        for column, name in waiting.items():
            cell = row.cell(column)
            if cell is None or cell not in row.own or cell.column != column:
                continue
            if value := self._value(name, cell):
                self.put(name, value)
                taken = True
        return taken

    def take_text(self, text: Field, *, labelled_only: bool = False) -> bool:
        """Read a line for labels with their value behind it (项目名称：…)."""
        found = pieces(text.raw)
        if not labelled_only and len(found) == 1 and not found[0][0]:
            found = [pair] if (pair := spaced(text.raw)) else []
        taken = False
        for label, said in found:
            if label and (name := head_meaning(label)):
                value = value_of(name, _VALUE_END.split(said, maxsplit=1)[0])
                if value is not None:
                    self.put(name, Field(value, text.at))
                taken = True
        return taken

    def take_title(self, text: Field) -> bool:
        """Read a title or a line that holds just the year (2021年度)."""
        year = titles.year_alone(text.raw)
        is_title = year is None and titles.is_title(text.raw)
        if is_title:
            year = titles.first_year(text.raw)
        if year and self._title_year is None:
            self._title_year = Field(year, text.at)
        return is_title or year is not None

    def first(self, *names: str) -> Field | None:
        """The first of several meanings that is filled, else the first known."""
        known = [value for name in names if (value := self._fields.get(name))]
        return next((value for value in known if value.raw), next(iter(known), None))

    def knows(self, name: str) -> bool:
        """Whether the form has a cell of that meaning, its value read or below it."""
        return name in self._fields or name in self._below.values()

    def year(self) -> Field | None:
        """The evaluation year: of a cell, the title, the term, the project's name."""
        for source in (self.first("year"), self._title_year):
            if source and source.raw:
                return source
        for source in (self.first("term"), self.first("name")):
            years = titles.years_in(source.raw) if source else set()
            if source and len(years) == 1:
                return Field(years.pop(), source.at)
        return self.first("year")

    def preparer(self) -> Preparer:
        """Who filled in the form."""
        return Preparer(
            name=self.first("preparer"),
            head=self.first("preparer_head"),
            telephone=self.first("preparer_telephone"),
            date=self.first("preparer_date"),
        )


def _is_labels(row: Row) -> bool:
    """Whether a row holds labels, as the heads of columns do; one may be unknown."""
    known = sum(1 for cell in row.filled if _is_labelled(cell.text))
    return known >= max(_HEADS, len(row.filled) - len(row.filled) // 4)


def _is_labelled(text: str) -> bool:
    return bool(meaning("other", text) or head_meaning(text))
