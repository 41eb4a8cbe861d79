"""Indicator rows of two papers, cell by cell (指标比对)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from quanheng.comparing.change import Change, Kind, Lack, Part, as_printed
from quanheng.comparing.change_labels import CELLS
from quanheng.comparing.counterparts import counterparts, renamed
from quanheng.comparing.effect import effect_of_actual, effect_of_target
from quanheng.comparing.meaning import difference, kind_of, same_meaning
from quanheng.core.expression import Blank, Expression
from quanheng.core.field import Field, filled, text_of
from quanheng.core.indicator import Indicator
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading
from quanheng.scoring.same_target import same_target

_CELLS: Final[Mapping[str, Callable[[Indicator], Field | None]]] = {
    "level3": lambda row: row.name,
    "target": lambda row: row.target,
    "weight": lambda row: row.weight,
    "level1": lambda row: row.level1,
    "level2": lambda row: row.level2,
    "actual": lambda row: row.actual,
    "completion": lambda row: row.completion,
    "score": lambda row: row.score,
    "reason": lambda row: row.reason,
}
"""The compared cells, those of the approval first."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A row in the old and in the new report (对应行)."""

    old: RowReading
    new: RowReading


def paired_rows(
    olds: Sequence[RowReading], news: Sequence[RowReading], law: Law
) -> tuple[Pair, ...]:
    """The rows that both reports have, in the order of the new one.

    Matched by name, then by likeness of the name within a category. The rows of budget
    execution match whatever their names.
    """
    pairs = [Pair(b.other, b.row) for b in counterparts(news, olds, law)]
    pairs += map(Pair, _of_execution(olds), _of_execution(news))
    old, new = [pair.old for pair in pairs], [pair.new for pair in pairs]
    pairs += [Pair(b.other, b.row) for b in renamed(_left(news, new), _left(olds, old))]
    order = {id(row): number for number, row in enumerate(news)}
    return tuple(sorted(pairs, key=lambda pair: order[id(pair.new)]))


def _of_execution(rows: Sequence[RowReading]) -> list[RowReading]:
    return [row for row in rows if row.indicator.is_execution]


def _left(rows: Sequence[RowReading], taken: Sequence[RowReading]) -> list[RowReading]:
    known = {id(row) for row in taken}
    return [row for row in rows if id(row) not in known]


def row_changes(
    part: Part,
    olds: Sequence[RowReading],
    news: Sequence[RowReading],
    pairs: Sequence[Pair],
) -> Iterator[Change]:
    """Changed cells of paired rows, new rows and removed rows."""
    pair_of = {id(pair.new): pair for pair in pairs}
    keys = [key for key in _CELLS if _has(olds, key) and _has(news, key)]
    for row in news:
        pair = pair_of.get(id(row))
        if pair is None:
            yield _whole(part, row.indicator, Kind.ADDED)
        else:
            yield from _cells(part, pair, keys)
    for row in _left(olds, [pair.old for pair in pairs]):
        yield _whole(part, row.indicator, Kind.REMOVED)


def row_lacks(
    part: Part, olds: Sequence[RowReading], news: Sequence[RowReading]
) -> Iterator[Lack]:
    """The columns that only one report has filled in."""
    if not olds or not news:
        return
    for is_old, has, lacks in ((True, olds, news), (False, news, olds)):
        keys = [k for k in _CELLS if _has(has, k) and not _has(lacks, k)]
        if keys:
            yield Lack(part, tuple(CELLS[key] for key in keys), is_old)


def _has(rows: Sequence[RowReading], key: str) -> bool:
    return any(filled(_CELLS[key](row.indicator)) for row in rows)


def _cells(part: Part, pair: Pair, keys: Sequence[str]) -> Iterator[Change]:
    for key in keys:
        old, new = (_CELLS[key](row.indicator) for row in (pair.old, pair.new))
        before, after = _meaning(pair.old, key), _meaning(pair.new, key)
        kind = kind_of(old, new, same=_same(key, pair, before, after))
        if kind is None:
            continue
        name = as_printed(pair.new.indicator.name.raw)
        change = Change(part, name, key, CELLS[key], kind, old, new)
        if kind is Kind.CHANGED:
            effect = _EFFECTS[key](pair.old, pair.new) if key in _EFFECTS else None
            change = replace(
                change, difference=difference(before, after), effect=effect
            )
        yield change


_EFFECTS: Final = {"target": effect_of_target, "actual": effect_of_actual}


def _meaning(row: RowReading, key: str) -> Expression:
    """The value of a cell; target and actual in the unit of their row."""
    if key == "target":
        return row.target
    if key == "actual":
        return row.actual
    field = _CELLS[key](row.indicator)
    return Blank("") if field is None else field.value


def _same(key: str, pair: Pair, before: Expression, after: Expression) -> bool:
    old, new = pair.old.indicator, pair.new.indicator
    match key:
        case "target":
            return same_target(pair.old, pair.new) and _one_unit(before, after)
        case "level1":
            return old.level_one is not None and old.level_one is new.level_one
        case "level2":
            return old.level_two is not None and old.level_two is new.level_two
        case _:
            return same_meaning(before, after)


def _one_unit(before: Expression, after: Expression) -> bool:
    """Whether two quantities are equal in the unit of the row's name."""
    change = difference(before, after)
    return change is None or change.value == 0


def _whole(part: Part, row: Indicator, kind: Kind) -> Change:
    """A row that only one report has, as one text."""
    said = "；".join(
        f"{CELLS[key].zh} {text_of(cell)}"
        for key, of in _CELLS.items()
        if key != "level3" and filled(cell := of(row))
    )
    field = Field(said or row.name.raw, row.at)
    old, new = (field, None) if kind is Kind.REMOVED else (None, field)
    return Change(part, as_printed(row.name.raw), "row", CELLS["row"], kind, old, new)
