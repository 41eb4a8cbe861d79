"""The columns of a table of money: by heads, content and order (资金各列)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quanheng.core.budget import BudgetRow
from quanheng.forms.labels import label_key
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.money.assigning import Column, amount, assigned
from quanheng.forms.recognising.money.heads import Head
from quanheng.forms.recognising.money.labels import money_label
from quanheng.forms.recognising.money.pieces import is_figure, value_of
from quanheng.forms.recognising.rows import Row

_ADJUSTED: Final = re.compile("调整|調整|追加|变更|變更")
_OF_YEAR: Final = 0.8
"""How sure 年度资金总额 above a column is the budget."""
_MOST_ROWS: Final = 8
"""So many rows are enough to check how columns are computed from each other."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table of money hold (资金各列).

    Attributes:
        names: Grid column → a row of money, a source, ``none``, or an extra.
        joined: Grid columns whose head names two rows at once: 执行数/执行率.
        sources: Grid columns of rows of money that say a source as well.
    """

    names: Mapping[int, str]
    joined: Mapping[int, tuple[BudgetRow, ...]] = field(default_factory=dict)
    sources: Mapping[int, str] = field(default_factory=dict)


def columns_above(
    heads: Sequence[Head], rows: Sequence[Row], *, across: bool
) -> Columns:
    """What each column holds.

    Args:
        heads: The heads of the columns.
        rows: The rows below them.
        across: Whether the columns are sources rather than rows of money.
    """
    places = [head.place for head in heads]
    heads = [head for head in heads if not _holds_labels(head.place, rows, places)]
    if any(head.time == "year" for head in heads):
        heads = [head for head in heads if head.time != "period"]
    joined = {head.place: both for head in heads if (both := _joined(head))}
    single = [head for head in heads if head.place not in joined]
    names = _sources(single, rows) if across else _rows_of_money(single, rows)
    for head in single:
        if head.place not in names and head.extra:
            names[head.place] = head.extra
    names |= dict.fromkeys(joined, "joined")
    return Columns(dict(sorted(names.items())), joined)


def _sources(heads: Sequence[Head], rows: Sequence[Row]) -> dict[int, str]:
    """The source of each column; none where two columns claim one and differ."""
    best: dict[str, list[tuple[float, int]]] = {}
    names: dict[int, str] = {}
    for head in heads:
        name, sure = head.meaning("budget_column")
        if name == "none":
            names[head.place] = name
        elif name:
            best.setdefault(name, []).append((sure, head.place))
    for name, claims in best.items():
        most = max(sure for sure, _ in claims)
        places = [place for sure, place in claims if sure == most]
        if len({_texts(place, rows) for place in places}) == 1:
            names[places[0]] = name
    return names


def _rows_of_money(heads: Sequence[Head], rows: Sequence[Row]) -> dict[int, str]:
    """The row of money of each column."""
    columns = []
    for head in heads:
        name, sure = head.meaning("budget_row")
        if not name and head.time == "year":
            name, sure = BudgetRow.ANNUAL.value, _OF_YEAR
        shape = _figures(head.place, rows)
        if name or (shape and not head.extra):
            first = name == BudgetRow.ANNUAL and _is_before_adjusted(head, heads)
            columns.append(Column(head.place, name, sure, shape == "percent", first))
    amounts = [
        {
            column.place: number
            for column in columns
            if (cell := row.cell(column.place))
            and (number := amount(cell.text)) is not None
        }
        for row in rows[:_MOST_ROWS]
    ]
    return assigned(columns, [row for row in amounts if row])


def columns_in_two_rows(heads: Sequence[Head]) -> Columns | None:
    """Columns whose heads say both the row of money and the source, if they do."""
    both = {}
    for head in heads:
        row, source = head.both()
        if row:
            both[head.place] = row, source or "total"
    sources = {source for _, source in both.values()}
    rows = {row for row, _ in both.values()}
    if len(sources) < 2 or len(rows) < 2 or len(set(both.values())) < len(both):
        return None
    return Columns(
        {place: row for place, (row, _) in both.items()},
        sources={place: source for place, (_, source) in both.items()},
    )


def _holds_labels(place: int, rows: Sequence[Row], places: Sequence[int]) -> bool:
    """Whether the labels of the rows stand in a column, whatever its head says.

    A label below several heads stands in no column of its own.
    """
    cells = {id(c): c for row in rows if (c := row.cell(place)) and c.text}
    labels = sum(
        value_of(cell) is None
        and money_label(cell.text).is_money
        and sum(0 <= at - cell.column < cell.column_span for at in places) == 1
        for cell in cells.values()
    )
    return labels > sum(is_figure(cell.text) for cell in cells.values())


def _joined(head: Head) -> tuple[BudgetRow, ...]:
    """The rows of money that one head names together, none where it names one."""
    parts = label_key(head.labels[0].text).split("/") if head.labels else ()
    names = [money_label(part).row for part in parts]
    if len(parts) < 2 or not all(names) or len(set(names)) < len(names):
        return ()
    return tuple(BudgetRow(name) for name in names)


def _is_before_adjusted(head: Head, heads: Sequence[Head]) -> bool:
    """Whether a budget stands beside one that is said to be the adjusted one."""
    return not _is_adjusted(head) and any(
        _is_adjusted(other) and other.meaning("budget_row")[0] == BudgetRow.ANNUAL
        for other in heads
        if other.place > head.place
    )


def _is_adjusted(head: Head) -> bool:
    return bool(head.labels) and _ADJUSTED.search(head.labels[0].text) is not None


def _texts(place: int, rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(cell.text if (cell := row.cell(place)) else "" for row in rows)


def _figures(place: int, rows: Sequence[Row]) -> str:
    shapes = {
        evidence(cell.text).shape
        for row in rows
        if (cell := row.cell(place)) and is_figure(cell.text)
    }
    if "percent" in shapes:
        return "percent"
    return "number" if shapes else ""
