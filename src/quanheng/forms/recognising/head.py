"""Head of a form: project, units, year, preparer (表头信息)."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Preparer
from quanheng.document.table import Cell
from quanheng.forms.labels import is_label, meaning
from quanheng.forms.lexemes import likeness
from quanheng.forms.recognising.first_filled import FirstFilled
from quanheng.forms.recognising.rows import Row, compact, field

_YEAR_LINE: Final = re.compile(r"[（(]?\s*((?:19|20)\d\d)\s*年?度?\s*[）)]?")
_YEAR: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*年")
_TITLE: Final = re.compile(
    r"自评(?:报告|表|价表|报告表)|绩效目标.{0,8}(?:表|申报)|目标申报表|"
    r"绩效(?:评价|自评|报告|监控)|执行监控表|项目申报表|自我评价"
)
_KIND_ONLY: Final = re.compile(
    r"(?:部门预算|财政)?项目(?:支出)?绩效(?:自评|自我评价)(?:报告|情况)?(?:报告|表)?"
)
_BODY_MARK: Final = re.compile(r"[，。；]")
_TITLE_LENGTH: Final = 60
_LABELLED: Final = re.compile(
    r"\s*([^:：\s]{2,20}(?:\s[^:：\s]{1,6}){0,3})\s*[:：]\s*(.*)"
)
_SPACED: Final = re.compile(r"\s*(\S{2,12})\s+(\S.*)")
_SENTENCE: Final = re.compile(r"[。；;]")
_COLON: Final = re.compile("[:：]")
_NEXT_LABEL: Final = re.compile(r"(?<=\S)\s+(?=([^:：\s]{2,20})\s*[:：])")
_TO_FILL_IN: Final = re.compile(r"[_\uff3f]{2,}年?")
"""A line left to be filled in by hand is no cell that was left empty."""
_VALUE_END: Final = re.compile(r"\s{4,}|[，,]")


def head_meaning(text: str) -> str | None:
    """What a label of the head means, by the catalogue or by its words."""
    if name := meaning("head", text):
        return name
    if is_label(text):
        return None
    found = likeness("head", text)
    name = max(found, key=lambda one: found[one], default=None)
    return name if name and found[name] > 1 else None


def is_title(text: str) -> bool:
    """Whether a line is the title of a form or report."""
    if len(text) > _TITLE_LENGTH or _BODY_MARK.search(text):
        return False
    return bool(_TITLE.search(compact(text)))


def says_more(title: Field) -> bool:
    """Whether a title names more than the kind of form: a year, project or unit."""
    return _KIND_ONLY.fullmatch(compact(title.raw)) is None


def is_front(text: str) -> bool:
    """Whether a line is a title or holds just the year (2021年度)."""
    return is_title(text) or _YEAR_LINE.fullmatch(text.strip()) is not None


def _labelled_parts(text: str) -> Iterator[str]:
    """The sentences of a line, cut where a label of the head follows a value."""
    for sentence in _SENTENCE.split(text):
        start = 0
        for match in _NEXT_LABEL.finditer(sentence):
            has_value = _COLON.search(sentence, start, match.start())
            if has_value and meaning("head", match[1]):
                yield sentence[start : match.start()]
                start = match.end()
        yield sentence[start:]


class HeadReading:
    """The head of one project while it is being read."""

    def __init__(self) -> None:
        self._fields: FirstFilled[str] = FirstFilled()
        self._title_year: Field | None = None
        self._below: tuple[str, int] | None = None

    def put(self, name: str, value: Field) -> None:
        """Keep a value; the first one that is filled wins."""
        self._fields.put(name, value)

    def take(self, row: Row) -> bool:
        """Read the label and value pairs of a row; False when it has none."""
        below, self._below = self._below, None
        taken = self._take_below(row, below)
        cells = row.own
        for number, cell in enumerate(cells):
            after = cells[number + 1] if number + 1 < len(cells) else None
            taken = self._take_pair(cell, after) or taken
        return taken

    def _take_pair(self, label: Cell, after: Cell | None) -> bool:
        if not label.text:
            return False
        name = head_meaning(label.text)
        if name is None:
            return self.take_text(Field(label.text, label.at), labelled_only=True)
        if after is None:
            self._below = (name, label.column)
        if after is not None and after.row_span != label.row_span:
            return False
        value = field(after) if after and not is_label(after.text) else None
        self.put(name, value or Field("", label.at))
        return True

    def _take_below(self, row: Row, below: tuple[str, int] | None) -> bool:
        """A label at the row's end may have its value below it."""
        if below is None:
            return False
        cell = row.cell(below[1])
        if cell is None or cell not in row.own or is_label(cell.text):
            return False
        self.put(below[0], field(cell))
        return True

    def take_text(self, text: Field, *, labelled_only: bool = False) -> bool:
        """Read a line for labels with their value behind it (项目名称：…)."""
        taken = False
        for part in _labelled_parts(text.raw):
            match = _LABELLED.match(part)
            if match is None and not labelled_only:
                match = _SPACED.fullmatch(part)
            if match and (name := head_meaning(match[1])):
                value = _VALUE_END.split(match[2].strip(), maxsplit=1)[0]
                if not _TO_FILL_IN.fullmatch(value):
                    self.put(name, Field(compact(value), text.at))
                taken = True
        return taken

    def take_title(self, text: Field) -> bool:
        """Read a title or a line that holds just the year (2021年度)."""
        match = _YEAR_LINE.fullmatch(text.raw.strip())
        title = match is None and is_title(text.raw)
        if match is None and title:
            match = _YEAR.search(text.raw)
        if match and self._title_year is None:
            self._title_year = Field(match[1], text.at)
        return title or match is not None

    def first(self, *names: str) -> Field | None:
        """The first of several meanings that is filled, else the first known."""
        known = [value for name in names if (value := self._fields.get(name))]
        return next((value for value in known if value.raw), next(iter(known), None))

    def knows(self, name: str) -> bool:
        """Whether the form has a cell of that meaning."""
        return name in self._fields

    def year(self) -> Field | None:
        """The evaluation year: of a cell, the title, the term, the project's name."""
        for source in (self.first("year"), self._title_year):
            if source and source.raw:
                return source
        for source in (self.first("term"), self.first("name")):
            years = set(_YEAR.findall(source.raw)) if source else set()
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


def _is_name(label: Cell, row: Row) -> bool:
    """Whether a cell is the label of the project's name, in a row of such pairs."""
    if row.kind == "pair":
        return head_meaning(label.text) == "name"
    return meaning("head", label.text) == "name"


def names_project(row: Row) -> bool:
    """Whether a row holds the label 项目名称 with a name: there a form begins.

    Among other labels it heads a column.
    """
    return any(
        _is_name(label, row) and not (value and is_label(value.text))
        for label, value in zip_longest(row.own, row.own[1:])
        if label
    )


def name_in(row: Row) -> Field | None:
    """The project's name in a row with the label 项目名称."""
    for label, value in zip(row.own, row.own[1:], strict=False):
        if _is_name(label, row):
            return field(value)
    return None
