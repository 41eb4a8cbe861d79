"""Composed forms as workbooks that compute while they are filled in (填报计算)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from quanheng.core.report import Project, Report
from quanheng.core.source import Source
from quanheng.document.blocks import Block, Document
from quanheng.document.live import Live
from quanheng.document.table import Table
from quanheng.law.book import Law
from quanheng.live.budget_block import fill_money, has_amounts
from quanheng.live.cells.live_row import FormContext, LiveRow, RowEntry, shown_score
from quanheng.live.cells.places import as_composed, row_places
from quanheng.live.cells.sheet import Sheet
from quanheng.live.formulas.expressions import place_of
from quanheng.live.formulas.known_values import known_row
from quanheng.live.indicator_rows import fill_row, head_columns
from quanheng.live.parameters.guide import guide
from quanheng.live.parameters.named_parameters import entries
from quanheng.live.total_row import TotalPlaces, fill_totals
from quanheng.scoring.scorecard import Scorecard, score_project

LawOf = Callable[[Project], Law]


def with_formulas(document: Document, report: Report, law_of: LawOf) -> Document:
    """A composed report that recomputes its scores beside the stated ones.

    Projects whose parameters differ from those of the first project get no formulas.

    Args:
        document: The composed document.
        report: The report in it.
        law_of: Project → the law in force.
    """
    sheets = Sheets(document)
    first = law_of(report.projects[0])
    parameters = tuple(entries(first))
    for number, own in enumerate(report.projects):
        law = law_of(own)
        is_alike = law is first or tuple(entries(law)) == parameters
        if own.indicators and is_alike:
            project = as_composed(document, own, number)
            card = score_project(project, law)
            has_both = has_amounts(project.budget, law)
            context = FormContext(law, card, f"_{number + 1}", has_both)
            sheets.open_fields(number)
            rows = _known_rows(sheets, project, card, law)
            fill_project(sheets, project, context, rows)
    return sheets.document(guide(first, is_blank=False))


class Sheets:
    """The tables of a document, by place (各表)."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sheets = {
            place: Sheet(block)
            for place, block in enumerate(document.blocks, start=1)
            if isinstance(block, Table)
        }

    def of(self, at: Source) -> Sheet | None:
        """The table that holds a place, None for a place outside tables."""
        return self._sheets.get(at.table)

    def open_fields(self, project: int, live: Live | None = None) -> None:
        """Let a person fill in every field of a project's tables."""
        for sheet in self._sheets.values():
            if sheet.project == project:
                sheet.open_fields(live)

    def mark_empty(self) -> None:
        """Colour the cells to be filled in."""
        for sheet in self._sheets.values():
            sheet.mark_empty()

    def document(self, guide: Iterable[Block]) -> Document:
        """The document with a guide at its end; unchanged where nothing computes."""
        if not any(sheet.computes for sheet in self._sheets.values()):
            return self._document
        blocks = (
            self._sheets[place].table() if place in self._sheets else block
            for place, block in enumerate(self._document.blocks, start=1)
        )
        return replace(self._document, blocks=(*blocks, *guide))


def fill_project(
    sheets: Sheets, project: Project, context: FormContext, entries: Iterable[RowEntry]
) -> None:
    """Make the budget, the rows, total and grade of a project compute.

    Total and grade need all rows and the points of the budget in one table.
    """
    budget, money = project.budget, None
    of_money = sheets.of(budget.at) if budget else None
    if budget is not None and of_money is not None:
        money = fill_money(of_money, budget, context)
    of_rows: dict[int, tuple[Sheet, list[LiveRow]]] = {}
    for entry in entries:
        if sheet := sheets.of(entry.at):
            _, rows = of_rows.setdefault(entry.at.table, (sheet, []))
            rows.append(fill_row(sheet, entry, context))
    for sheet, rows in of_rows.values():
        head_columns(sheet, rows[0].places.row - 1, context)
    if len(of_rows) != 1:
        return
    ((sheet, rows),) = of_rows.values()
    if any(row.places.is_execution for row in rows):
        money = None
    if money is None or of_money is sheet:
        fill_totals(sheet, rows, money, _total_places(project, sheets, sheet), context)


def _total_places(project: Project, sheets: Sheets, sheet: Sheet) -> TotalPlaces:
    table = project.table
    fields = (table and table.total_weight, table and table.total_score, project.grade)
    weight, score, grade = (
        place_of(field.at) if field and sheets.of(field.at) is sheet else None
        for field in fields
    )
    return TotalPlaces(weight, score, grade)


def _known_rows(
    sheets: Sheets, project: Project, card: Scorecard, law: Law
) -> Iterator[RowEntry]:
    scored = {id(row.indicator): row for row in card.rows}
    for row, reading in zip(project.indicators, card.readings, strict=True):
        sheet = sheets.of(row.name.at)
        if sheet is None:
            continue
        places = row_places(row)
        texts = {column: sheet.text(place) for column, place in places.cells.items()}
        score = scored.get(id(row))
        yield RowEntry(
            at=row.name.at,
            places=places,
            known=known_row(reading, law, texts),
            shown=shown_score(score) if score else "",
        )
