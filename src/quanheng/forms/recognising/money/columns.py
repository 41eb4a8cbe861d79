"""The columns of a table of money: by heads, content and order (资金各列)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quanheng.core.budget import BudgetRow
from quanheng.forms.recognising.evidence import evidence
from quanheng.forms.recognising.money.heads import Head
from quanheng.forms.recognising.money.labels import money_label
from quanheng.forms.recognising.money.pieces import is_figure, value_of
from quanheng.forms.recognising.rows import Row

_ORDER: Final = (BudgetRow.INITIAL, BudgetRow.ANNUAL, BudgetRow.SPENT)
"""The amounts that nearly every form has, in its order."""
_RATE: Final = BudgetRow.EXECUTION_RATE.value


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
    heads = [head for head in heads if not _holds_labels(head.place, rows)]
    group = "budget_column" if across else "budget_row"
    names: dict[int, str] = {}
    sure: dict[str, float] = {}
    for head in heads:
        name, how = head.meaning(group)
        if name == "none":
            names[head.place] = name
        elif name and _replaces(how, sure.get(name), is_corner=_first(names, name)):
            names = {p: n for p, n in names.items() if n != name}
            names[head.place], sure[name] = name, how
        elif not name and head.extra:
            names[head.place] = head.extra
    joined = {head.place: both for head in heads if (both := _joined(head))}
    names |= dict.fromkeys(joined, "joined")
    if not across:
        names |= _by_order(heads, rows, names)
    return Columns(dict(sorted(names.items())), joined)


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


def _replaces(how: float, known: float | None, *, is_corner: bool) -> bool:
    """Whether a head takes a meaning from one left of it.

    Of two alike the first of all may stand in the corner, above the row labels.
    """
    return known is None or how > known or (is_corner and how == known)


def _first(names: Mapping[int, str], name: str) -> bool:
    return bool(names) and names[min(names)] == name


def _holds_labels(place: int, rows: Sequence[Row]) -> bool:
    """Whether the labels of the rows stand in a column, whatever its head says."""
    cells = {id(c): c for row in rows if (c := row.cell(place)) and c.text}
    labels = sum(
        value_of(cell) is None and money_label(cell.text).is_money
        for cell in cells.values()
    )
    return labels > sum(is_figure(cell.text) for cell in cells.values())


def _joined(head: Head) -> tuple[BudgetRow, ...]:
    """The rows of money that one head names together, none where it names one."""
    parts = head.labels[0].text.replace("／", "/").split("/")
    names = [money_label(part).row for part in parts]
    if len(parts) < 2 or not all(names) or len(set(names)) < len(names):
        return ()
    return tuple(BudgetRow(name) for name in names)


def _by_order(
    heads: Sequence[Head], rows: Sequence[Row], known: Mapping[int, str]
) -> dict[int, str]:
    """Columns of figures with unknown heads, where one order alone is left."""
    shapes = {head.place: _figures(head.place, rows) for head in heads}
    unknown = [place for place, shape in shapes.items() if shape and place not in known]
    found: dict[int, str] = {}
    rates = [place for place in unknown if shapes[place] == "percent"]
    if _RATE not in known.values() and rates:
        found[rates[0]] = _RATE
        unknown.remove(rates[0])
    missing = [row for row in _ORDER if row not in known.values()]
    if not unknown or len(unknown) != len(missing):
        return found
    guess = dict(zip(unknown, missing, strict=True))
    whole = sorted({**known, **guess}.items())
    order = [BudgetRow(name) for _, name in whole if name in set(_ORDER)]
    return found | guess if order == [r for r in _ORDER if r in order] else found


def _figures(place: int, rows: Sequence[Row]) -> str:
    shapes = {
        evidence(cell.text).shape
        for row in rows
        if (cell := row.cell(place)) and is_figure(cell.text)
    }
    if "percent" in shapes:
        return "percent"
    return "number" if shapes else ""
