"""Two budget tables, cell by cell (预算比对)."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import zip_longest
from typing import Final

from quanheng.comparing.change import Change, Difference, Kind, Lack, Part
from quanheng.comparing.change_labels import CELLS
from quanheng.comparing.field_changes import field_change
from quanheng.comparing.meaning import kind_of, of_numbers, same_meaning
from quanheng.core.bilingual import NO_WORDS
from quanheng.core.budget import RATE_ROWS, Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field, filled
from quanheng.core.quantity import plain
from quanheng.scoring.budget.stated_rates import stated_percent

_EMPTY: Final = Budget()
_WAN: Final = Decimal(10_000)
_YUAN: Final = "元"
_WAN_YUAN: Final = "万元"
_POINTS: Final = "个百分点"


def budget_changes(old: Budget | None, new: Budget | None) -> Iterator[Change]:
    """The changes in the rows that both tables have."""
    if old is None or new is None:
        return
    cells = list(_cells(old, new))
    yield from _unit(old, new, all(c.kind is Kind.REWRITTEN for c in cells))
    yield from cells
    for before, after in zip_longest(old.further, new.further):
        yield from field_change(Part.BUDGET, "further", before, after)


def budget_lacks(old: Budget | None, new: Budget | None) -> Iterator[Lack]:
    """The table or the rows that only one report has filled in."""
    ours, theirs = _rows(old or _EMPTY), _rows(new or _EMPTY)
    for is_old, has, lacks in ((True, ours, theirs), (False, theirs, ours)):
        if has and not lacks:
            yield Lack(Part.BUDGET, (), is_old)
        elif rows := [row for row in BudgetRow if row in has - lacks]:
            yield Lack(Part.BUDGET, tuple(row.words for row in rows), is_old)


def _rows(budget: Budget) -> set[BudgetRow]:
    return {row for (row, _), cell in budget.cells.items() if filled(cell)}


def _cells(old: Budget, new: Budget) -> Iterator[Change]:
    shared = _rows(old) & _rows(new)
    for row in BudgetRow:
        for column in BudgetColumn if row in shared else ():
            change = _cell(old, new, row, column)
            if change is not None:
                yield change


def _cell(
    old: Budget, new: Budget, row: BudgetRow, column: BudgetColumn
) -> Change | None:
    before, after = old.cell(row, column), new.cell(row, column)
    left = _difference(old, new, row, column)
    same = left.value == 0 if left else _same_text(before, after)
    kind = kind_of(before, after, same=same)
    if kind is None:
        return None
    shown = left if kind is Kind.CHANGED else None
    return Change(
        Part.BUDGET,
        row.words,
        f"{row.value}.{column.value}",
        column.words,
        kind,
        before,
        after,
        shown,
        units=_units(old, new, row),
    )


def _units(old: Budget, new: Budget, row: BudgetRow) -> tuple[str, str]:
    if row in RATE_ROWS or old.unit_name == new.unit_name:
        return "", ""
    return old.unit_name, new.unit_name


def _same_text(before: Field | None, after: Field | None) -> bool:
    if before is None or after is None:
        return False
    return same_meaning(before.value, after.value)


def _difference(
    old: Budget, new: Budget, row: BudgetRow, column: BudgetColumn
) -> Difference | None:
    """The difference of two rates or two amounts, in 万元 unless both are in 元."""
    if row in RATE_ROWS:
        before = stated_percent(old.cell(row, column))
        after = stated_percent(new.cell(row, column))
        unit, factor = _POINTS, Decimal(1)
    else:
        before, after = old.amount(row, column), new.amount(row, column)
        in_yuan = old.unit_name == new.unit_name == _YUAN
        unit, factor = (_YUAN, Decimal(1)) if in_yuan else (_WAN_YUAN, _WAN)
    if before is None or after is None:
        return None
    return of_numbers(before / factor, after / factor, unit)


def _unit(old: Budget, new: Budget, is_same_money: bool) -> Iterator[Change]:
    """The change of unit in the head; a mere rewriting where the amounts agree."""
    before, after = old.unit, new.unit
    if not filled(before) or not filled(after) or old.unit_name == new.unit_name:
        return
    kind = Kind.REWRITTEN if is_same_money else Kind.CHANGED
    label = CELLS["money_unit"]
    yield Change(Part.BUDGET, NO_WORDS, "money_unit", label, kind, before, after)


def amount_text(amount: Decimal) -> str:
    """An amount in 元 as text in 万元: 50万元."""
    return f"{plain(amount / _WAN)}{_WAN_YUAN}"
