"""Document → Report: find the project forms and read them (识别)."""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnknownFormError
from quanheng.core.field import Field
from quanheng.core.report import Goals, Project, Report
from quanheng.core.unread import NOT_UNDERSTOOD, Unread
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.recognising.features import Item
from quanheng.forms.recognising.goals import GOAL_KINDS
from quanheng.forms.recognising.head.reading import name_in, names_project
from quanheng.forms.recognising.head.titles import is_front, is_title
from quanheng.forms.recognising.labelling import judged, labelled_tables
from quanheng.forms.recognising.layout import with_layout
from quanheng.forms.recognising.lines import rows_of_lines
from quanheng.forms.recognising.project import ProjectReading
from quanheng.forms.recognising.rows import Row
from quanheng.forms.recognising.verifying import verified
from quanheng.forms.what_is_not_form import (
    without_evidence_annex,
    without_instructions,
    without_page_furniture,
)

HEAD_ROWS: Final = 3
"""Within so many rows a form names its project or unit."""

Line = tuple[Field, int]


def recognise(document: Document) -> Report:
    """Find the self-evaluations in a document and read them.

    Args:
        document: What a reader made of a file.

    Returns:
        The projects in order; tables that could not be understood are listed by place.

    Raises:
        UnknownFormError: The document holds no form.
    """
    document = without_page_furniture(without_instructions(document))
    document = without_evidence_annex(document)
    reading = _DocumentReading()
    rows = labelled_tables(document.blocks)
    for block in document.blocks:
        if isinstance(block, Table):
            reading.add_table(block, rows[id(block)])
        elif isinstance(block, Heading | Paragraph):
            reading.add_line(block)
    parts = reading.finish()
    if not any(part.has_indicators for part in parts):
        parts = _from_lines(document) or parts
    projects = tuple(p for part in parts if _says_something(p := part.project()))
    if not projects:
        raise UnknownFormError(
            Words(
                f"{document.name} 中无可识别的绩效自评表",
                f"{document.name} holds no self-evaluation form",
            ),
            Words(
                "请检查表头是否有“三级指标”“项目名称”等栏目",
                "check that its heads name 三级指标 or 项目名称",
            ),
        )
    projects = with_layout(verified(projects, document), document.layout)
    left_out = (left for part in parts for left in part.left_out())
    unread = (*document.unread, *reading.unread, *left_out)
    return Report(document.name, projects, unread)


def _says_something(project: Project) -> bool:
    """Whether more than running text was found."""
    parts = (project.name, project.budget, project.table, project.stated_total)
    return any(part is not None for part in parts) or project.goals != Goals()


def _from_lines(document: Document) -> list[ProjectReading]:
    """Read a document whose tables are lost; no project where it is none."""
    lines = [
        Field(line, block.at)
        for block in document.blocks
        if isinstance(block, Heading | Paragraph)
        for line in block.text.split("\n")
    ]
    front, rows = rows_of_lines(lines)
    told = judged([Item(row, opens=n == 0) for n, row in enumerate(rows)])
    rows = [
        row if row.kind in GOAL_KINDS else plain
        for row, plain in zip(told, rows, strict=True)
    ]
    parts = []
    for form in _forms_in(rows) if rows else ():
        parts.append(part := ProjectReading())
        if len(parts) == 1:
            for line in front:
                part.add_line(line, 0)
        part.add_rows(form, form[0].at)
    return parts


class _DocumentReading:
    """Deals the blocks of a document out to its projects."""

    def __init__(self) -> None:
        self.parts = [ProjectReading()]
        self.unread: list[Unread] = []
        self._pending: list[Line] = []

    def add_line(self, block: Heading | Paragraph) -> None:
        level = block.level if isinstance(block, Heading) else 0
        for line in block.text.split("\n"):
            if line.strip():
                self._pending.append((Field(line.strip(), block.at), level))

    def add_table(self, table: Table, told: Sequence[Row]) -> None:
        understood = False
        for rows in _forms_in(told):
            self._start(rows)
            understood = self.parts[-1].add_rows(rows, table.at) or understood
        if not understood:
            self.unread.append(Unread(table.at, NOT_UNDERSTOOD))

    def finish(self) -> list[ProjectReading]:
        self._flush(self._pending)
        return self.parts

    def _start(self, rows: Sequence[Row]) -> None:
        """Hand the waiting lines over, to a new project where one begins."""
        lines, self._pending = self._pending, []
        current = self.parts[-1]
        title = next((n for n, (t, _) in enumerate(lines) if is_title(t.raw)), None)
        if _begins_form(rows, current, titled=title is not None):
            cut = len(lines) if title is None else title
            self._flush(lines[:cut])
            self.parts.append(ProjectReading())
            lines = lines[cut:]
        self._flush(lines)

    def _flush(self, lines: Sequence[Line]) -> None:
        for text, level in lines:
            self.parts[-1].add_line(text, level)


def _begins_form(rows: Sequence[Row], current: ProjectReading, *, titled: bool) -> bool:
    """Whether these rows are a further form, not the next table of the same one.

    A form that stands below a narrative and names no other project is its annex.
    """
    if not current.has_form:
        return False
    if name := next(filter(None, (name_in(row) for row in rows)), None):
        known = current.head.first("name")
        below = current.narrative.begun and (known is None or known.raw == name.raw)
        return not below
    if not titled or not current.has_indicators:
        return False
    has_head = any(row.kind in _OPENING for row in rows)
    return has_head and not current.narrative.begun


_OPENING: Final = frozenset(("pair", "money_head", "money", "goal_head", "head"))
"""Kinds of rows that a form begins with."""


def _forms_in(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """A table cut where a further project begins, at its title row if it has one."""
    starts = [n for n, row in enumerate(rows) if names_project(row)]
    begin = 0
    for start in starts[1:]:
        cut = start
        while cut > begin and _is_title_row(rows[cut - 1]):
            cut -= 1
        yield rows[begin:cut]
        begin = cut
    yield rows[begin:]


def _is_title_row(row: Row) -> bool:
    filled = row.filled
    return len(filled) == 1 and is_front(filled[0].text)
