"""Charts of a project's figures (图)."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import takewhile
from typing import Final

from quanheng.core.budget import MONEY_ROWS, Budget, BudgetColumn, BudgetRow
from quanheng.core.field import text_of
from quanheng.core.quantity import plain, rounded
from quanheng.core.report import Project
from quanheng.document.blocks import Block, Contents, Paragraph
from quanheng.document.chart import Bar, Chart, ChartKind, Share
from quanheng.document.table import Table
from quanheng.scoring.budget.execution_rate import arrival_rate, execution_rate
from quanheng.scoring.budget.stated_rates import stated_percent
from quanheng.scoring.formulas.limits import ways_in_use
from quanheng.scoring.scorecard import RowScore, Scorecard

_NONE: Final = "—"
_NOT_COMPUTABLE: Final = "无法计算"
_FULL: Final = Decimal(100)
_WAN: Final = Decimal(10_000)
_SOURCES: Final = {
    BudgetColumn.FISCAL: "财政资金",
    BudgetColumn.CARRYOVER: "上年结转",
    BudgetColumn.OTHER: "其他资金",
}


def illustrated(
    blocks: Iterable[Block], project: Project, card: Scorecard
) -> Iterator[Block]:
    """A composed project with charts after its contents, else its first table."""
    sequence = tuple(blocks)
    place = _place(sequence)
    yield from sequence[:place]
    yield from charts(project, card)
    yield from sequence[place:]


def _place(blocks: tuple[Block, ...]) -> int:
    for kind in (Contents, Table):
        for number, block in enumerate(blocks, 1):
            if isinstance(block, kind):
                closing = takewhile(_is_small, blocks[number:])
                return number + len(tuple(closing))
    return len(blocks)


def _is_small(block: Block) -> bool:
    """Whether a line belongs to the foot of a form."""
    return isinstance(block, Paragraph) and block.is_small


def charts(project: Project, card: Scorecard) -> Iterator[Chart]:
    """The charts of a project for which it has figures, numbered."""
    found = [_scores(card), _completion(card)]
    if project.budget is not None:
        found.append(_money(project.budget))
    drawn = (chart for chart in found if any(b.value is not None for b in chart.bars))
    for number, chart in enumerate(drawn, 1):
        title = f"图{number} {chart.title}"
        yield Chart(chart.kind, title, chart.columns, chart.bars)


def _scores(card: Scorecard) -> Chart:
    """The stated and the recomputed score of each row (得分与分值)."""
    bars = tuple(_score(row) for row in card.rows)
    return Chart(
        ChartKind.SCORES, "分值与得分", ("指标", "分值", "自评得分", "复算得分"), bars
    )


def _score(row: RowScore) -> Bar:
    lost = row.recomputed is None
    recomputed = _NOT_COMPUTABLE if lost else _plain(row.recomputed)
    return Bar(
        label=row.name,
        value=row.stated,
        figures=(_plain(row.weight), _plain(row.stated), recomputed),
        whole=row.weight,
        second=row.recomputed,
        remark=_why(row) if lost else "",
    )


def _completion(card: Scorecard) -> Chart:
    """The actual of each row against its target (目标值与业绩值)."""
    bars = tuple(_reached(row) for row in card.rows if row.indicator is not None)
    return Chart(
        ChartKind.COMPLETION, "目标与完成", ("指标", "目标值", "业绩值", "完成率"), bars
    )


def _reached(row: RowScore) -> Bar:
    indicator, reached = row.indicator, _completion_of(row)
    target = text_of(indicator.target) if indicator else ""
    actual = text_of(indicator.actual) if indicator else ""
    percent = f"{plain(reached)}%" if reached is not None else _NONE
    return Bar(
        label=row.name,
        value=reached,
        figures=(target or _NONE, actual or _NONE, percent),
        whole=None if reached is None and row.obstacle is None else _FULL,
        remark=_why(row) if reached is None else "",
    )


def _completion_of(row: RowScore) -> Decimal | None:
    """The stated rate where a formula in use gives it, else the computed rate.

    For upper limits several formulas are in use; table and chart must agree.
    """
    stated = row.indicator.completion if row.indicator else None
    percent = stated_percent(stated) if stated and row.reading else None
    if percent is None or row.reading is None:
        return row.completion
    ways = map(rounded, ways_in_use(row.reading))
    return percent if percent in ways else row.completion


def _why(row: RowScore) -> str:
    """The last step of the computation: the result or why there is none."""
    return row.steps[-1].zh


def _money(budget: Budget) -> Chart:
    """From the initial budget to the balance, in 万元, by source (资金流向)."""
    bars = tuple(
        _amount(budget, row) for row in MONEY_ROWS if budget.cell(row) is not None
    )
    return Chart(
        ChartKind.MONEY, "资金流向", ("项目", "金额（万元）", "资金来源", "比率"), bars
    )


def _amount(budget: Budget, row: BudgetRow) -> Bar:
    total = budget.amount(row)
    shares = tuple(
        Share(name, amount / _WAN)
        for column, name in _SOURCES.items()
        if (amount := budget.amount(row, column))
    )
    made_of = "，".join(f"{share.label}{plain(share.value)}" for share in shares)
    value = None if total is None else total / _WAN
    return Bar(
        label=row.label,
        value=value,
        figures=(_plain(value), made_of or _NONE, _rate(budget, row)),
        shares=shares,
        remark="" if value is not None else f"原表写为“{text_of(budget.cell(row))}”",
    )


def _rate(budget: Budget, row: BudgetRow) -> str:
    """The arrival rate or the execution rate by the amounts."""
    if row is BudgetRow.RECEIVED and (rate := arrival_rate(budget)) is not None:
        return f"到位率{plain(rounded(rate))}%"
    if row is BudgetRow.SPENT and (rate := execution_rate(budget)) is not None:
        return f"执行率{plain(rounded(rate))}%"
    return _NONE


def _plain(value: Decimal | None) -> str:
    return _NONE if value is None else plain(value)
