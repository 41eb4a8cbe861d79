"""Generated forms as the recogniser sees them, with what is right (样本)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Final, TypeAlias

from quanheng.core.source import Source
from quanheng.document import table as tables
from quanheng.forms.recognising.dumps.kinds import PIECE_KINDS, piece_features
from quanheng.forms.recognising.dumps.money_columns import FIGURES
from quanheng.forms.recognising.indicators.columns import (
    ROLES,
    Column,
    column_features,
    columns_of,
)
from quanheng.forms.recognising.judging.evidence import best, shape
from quanheng.forms.recognising.judging.features import Item, features
from quanheng.forms.recognising.judging.labelling import KINDS
from quanheng.forms.recognising.rows import Row, rows_of
from quanheng.testing.forms.form import Form, drawn_form
from quanheng.testing.forms.grid import Block, Line, Sheet, Strip
from quanheng.testing.forms.layout import TRUE_GRIDS, Layout, drawn
from quanheng.testing.forms.training.placing import Torn, money_roles, torn

Sample: TypeAlias = tuple[list[list[str]], list[int]]
"""What speaks for each thing, and the number of its right label."""

_INSIDE: Final = re.compile("[:：].")
_UNKNOWN: Final = 0.2
"""Share of forms with unknown heads, so that what stands below them is learned, too."""
_RAGGED: Final = 0.3
"""Share of forms that are seen as a dump without blanks."""
_ROLE_OF: Final = {
    "number": "target",
    "measure": "unit",
    "period": "period_target",
    "level4": "level3",
    "type": "level1",
}
"""Roles of the recogniser, where generated forms call them otherwise."""


def forms(
    seed: int, count: int, takes: Callable[[Layout], bool] = lambda _: True
) -> Iterator[tuple[Form, bool]]:
    """Generated forms, and whether they are seen as a dump without blanks.

    Args:
        seed: What chance begins with.
        count: How many layouts are drawn.
        takes: Which of the layouts are made.
    """
    for number in range(count):
        # A seed that gives the same forms again is wanted here, not a secret.
        random = Random(f"train/{seed}/{number}")  # noqa: S311
        layout = {**drawn(random, TRUE_GRIDS), "turned": "upright"}
        if random.random() < _UNKNOWN:
            layout["heads"] = "unknown"
        if takes(layout):
            yield drawn_form(layout, random), random.random() < _RAGGED


def row_sample(form: Form, *, ragged: bool) -> Sample:
    """Features and kinds of the rows of a form."""
    items, kinds = [], []
    for block in form.blocks:
        for item, kind in items_of(block, ragged=ragged):
            items.append(item)
            kinds.append(KINDS.index(kind))
    return features(items), kinds


def items_of(block: Block, *, ragged: bool) -> Iterator[tuple[Item, str]]:
    """The rows of a block as the recogniser sees them, with their kinds."""
    if isinstance(block, Line):
        cell = tables.Cell(block.text, 0, 0)
        yield Item(Row((cell,), (cell,), (), Source()), is_line=True), block.kind
        return
    rows = _ragged(block) if ragged else rows_of(as_table(block))
    for number, (row, strip) in enumerate(zip(rows, block.rows, strict=True)):
        yield Item(row, opens=number == 0), strip.kind


def word_sample(form: Form) -> Sample:
    """Features and kinds of the cells of a form, one behind the other."""
    texts, kinds = [], []
    above = ""
    for block in form.blocks:
        if isinstance(block, Line):
            parts = [(block.text, block.kind)]
        else:
            parts = []
            for strip in block.rows:
                parts += _words(strip, above)
                above = strip.kind
        for text, kind in parts:
            texts.append(" ".join(text.split("\n")))
            kinds.append(PIECE_KINDS.index(kind))
    return piece_features(texts), kinds


def _words(strip: Strip, above: str) -> Iterator[tuple[str, str]]:
    """The filled cells of a row, each with what it is."""
    for number, cell in enumerate(strip.cells):
        text, kind = cell.text, strip.kind
        if not text.strip():
            continue
        is_figure = shape(text) in FIGURES
        if kind == "pair" and number % 2 == 0 and not _INSIDE.search(text):
            kind = "pair_label"
        elif kind == "money" and not is_figure:
            kind = "money_label"
        elif kind == "goal" and above != "goal_head" and best("goal", text):
            kind = "goal_head"
        elif kind == "total" and not is_figure:
            kind = "total_label"
        yield text, kind


def column_samples(form: Form, *, continued: bool) -> Iterator[Sample]:
    """Features and roles of the columns of each indicator table.

    Args:
        form: The form.
        continued: Whether its last rows are seen on a page of their own as well.
    """
    for block in form.blocks:
        if isinstance(block, Line):
            continue
        rows = rows_of(as_table(block))
        for head, body in _runs([strip.kind for strip in block.rows]):
            at = {
                column: cell.role
                for row, column, cell in block.placed()
                if cell.role and row in body
            }
            columns = columns_of([rows[n] for n in head], [rows[n] for n in body])
            if at and columns:
                wanted = list(map(ROLES.index, _roles(columns, at)))
                yield column_features(columns), wanted
                if (flat := [_flat(column) for column in columns]) != columns:
                    yield column_features(flat), wanted
                if continued:
                    yield _continued([rows[n] for n in body], at)


def _continued(body: Sequence[Row], at: dict[int, str]) -> Sample:
    """The last rows of a table as they stand on a page of their own, without a head."""
    columns = columns_of((), body[-max(len(body) // 3, 1) :])
    return column_features(columns), list(map(ROLES.index, _roles(columns, at)))


def torn_samples(form: Form, random: Random) -> Iterator[Torn]:
    """Each table of indicators and of money of a form, torn to pieces."""
    for block in form.blocks:
        if isinstance(block, Line):
            continue
        rows = rows_of(as_table(block))
        kinds = [strip.kind for strip in block.rows]
        for head, body in _runs(kinds):
            at = {
                column: cell.role
                for row, column, cell in block.placed()
                if cell.role and row in body
            }
            below = [rows[n] for n in body]
            columns = columns_of([rows[n] for n in head], below)
            if at and columns:
                yield from torn(columns, _roles(columns, at), below, random)
        heads, below = (
            [row for row, kind in zip(rows, kinds, strict=True) if kind == wanted]
            for wanted in ("money_head", "money")
        )
        if heads and below:
            columns = columns_of(heads, below)
            yield from torn(columns, money_roles(columns, random), below, random)


def _roles(columns: Sequence[Column], at: dict[int, str]) -> list[str]:
    named = ((c.places, any(map(_is_double, c.cells))) for c in columns)
    return [_wanted(at, places, both=both) for places, both in named]


def _flat(column: Column) -> Column:
    """A column as a dump gives it: the lines of a cell behind each other."""
    heads = tuple(_joined(cell) for cell in column.heads)
    cells = tuple(cell and _joined(cell) for cell in column.cells)
    return Column(column.places, heads, cells)


def _joined(cell: tables.Cell) -> tables.Cell:
    return replace(cell, text=" ".join(cell.text.split("\n")))


def _is_double(cell: tables.Cell | None) -> bool:
    return cell is not None and "\n" in cell.text


def _wanted(at: dict[int, str], places: tuple[int, ...], *, both: bool) -> str:
    role = next((at[place] for place in places if place in at), "note")
    if role == "target" and both:
        return "both"
    role = _ROLE_OF.get(role, role)
    return role if role in ROLES else "note"


def _runs(kinds: list[str]) -> Iterator[tuple[list[int], list[int]]]:
    """The rows of each head of indicators, and of the indicators below it."""
    number = 0
    while number < len(kinds):
        head = number
        while number < len(kinds) and kinds[number] == "head":
            number += 1
        first = number
        while number < len(kinds) and kinds[number] not in ("head", "pair", "other"):
            number += 1
        body = [n for n in range(first, number) if kinds[n] == "indicator"]
        if body:
            yield list(range(head, first)), body
        number = max(number, head + 1)


def as_table(sheet: Sheet) -> tables.Table:
    """A sheet as readers give it."""
    cells = tuple(
        tables.Cell(cell.text, row, column, cell.down, cell.across)
        for row, column, cell in sheet.placed()
    )
    return tables.Table(cells, len(sheet.rows), sheet.width)


def _ragged(sheet: Sheet) -> list[Row]:
    """The same as a dump gives it: without spans, without what is blank."""
    rows = []
    for number, strip in enumerate(sheet.rows):
        texts = [cell.text for cell in strip.cells if cell.text]
        cells = tuple(tables.Cell(text, number, n) for n, text in enumerate(texts))
        rows.append(Row((*cells, None), cells, (), Source()))
    return rows
