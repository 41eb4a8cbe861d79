"""Totals, rates and actuals of two years side by side (趋势)."""

from collections.abc import Iterator, Sequence

from quanheng.comparing.budget_changes import amount_text
from quanheng.comparing.change import Trend, as_printed
from quanheng.comparing.change_labels import CELLS
from quanheng.comparing.effect import effect_of_actual
from quanheng.comparing.indicator_changes import Pair
from quanheng.comparing.meaning import difference, of_numbers
from quanheng.core.budget import Budget, BudgetRow
from quanheng.core.field import filled, text_of
from quanheng.core.quantity import plain, rounded
from quanheng.core.report import Project
from quanheng.scoring.budget.execution_rate import execution_rate

_NONE = "—"


def trends(old: Project, new: Project, pairs: Sequence[Pair]) -> Iterator[Trend]:
    """Score and grade, amounts and execution rate, then the actual of each row."""
    yield from _total(old, new)
    if old.budget and new.budget:
        yield from _money(old.budget, new.budget)
    for pair in pairs:
        before, after = pair.old.indicator.actual, pair.new.indicator.actual
        if pair.new.indicator.is_execution or not (filled(before) and filled(after)):
            continue
        yield Trend(
            as_printed(pair.new.indicator.name.raw),
            text_of(before),
            text_of(after),
            difference(pair.old.actual, pair.new.actual),
            effect_of_actual(pair.old, pair.new),
        )


def _total(old: Project, new: Project) -> Iterator[Trend]:
    if old.total and new.total:
        one, other = old.total.number, new.total.number
        left = None if one is None or other is None else of_numbers(one, other)
        yield Trend(CELLS["total"], old.total.raw, new.total.raw, left)
    if old.grade and new.grade:
        yield Trend(CELLS["grade"], old.grade.raw, new.grade.raw)


def _money(old: Budget, new: Budget) -> Iterator[Trend]:
    for row in (BudgetRow.ANNUAL, BudgetRow.SPENT):
        before, after = old.amount(row), new.amount(row)
        if before is not None and after is not None:
            left = of_numbers(before / 10_000, after / 10_000, "万元")
            yield Trend(row.words, amount_text(before), amount_text(after), left)
    rates = [execution_rate(budget) for budget in (old, new)]
    if rates[0] is None or rates[1] is None:
        return
    one, other = (rounded(rate) for rate in rates if rate is not None)
    left = of_numbers(one, other, "个百分点")
    yield Trend(CELLS["execution_rate"], f"{plain(one)}%", f"{plain(other)}%", left)
