from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import MONEY_ROWS, Budget, BudgetColumn, BudgetRow
from quanheng.scoring.budget.budget_sums import (
    AMOUNT_TOLERANCE,
    includes_carry_over,
    sum_of_sources,
    table_tolerance,
)


@rule(
    code="BG201",
    name="total-not-sum-of-sources",
    title=Words("总金额不等于各来源之和", "Total is not the sum of the sources"),
    message=Words(
        "{row}总金额为{total}，财政资金、上年结转、其他资金合计为{sum}，"
        "相差{difference}",
        "{row}: total {total}, its sources add up to {sum}, {difference} apart",
    ),
    variants={
        "blank": Words(
            "{row}总金额为空，财政资金、上年结转、其他资金合计为{sum}，应填写",
            "{row}: the total is empty, its sources add up to {sum}",
        )
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "附1 自评表"), ("practice", "自评表审核中的常见问题")),
    law=(AMOUNT_TOLERANCE,),
)
def total_not_sum_of_sources(dossier: Dossier) -> Iterator[Answer]:
    """The total (年度总金额) is not fiscal subtotal plus carry-over plus other.

    Why it matters:
        Both rates and the cost indicators are measured against this total.

    What it leaves alone:
        Rows in which no source is filled in; carry-over that the subtotal already
        contains; tables that list only some of the sources.
    """
    budget = dossier.project.budget
    if budget is None or not _names_sources(budget):
        yield not_applicable(
            "预算未按资金来源分列", "the budget is not split by source"
        )
        return
    tolerance = table_tolerance(budget, dossier.law)
    for row in MONEY_ROWS:
        total, sources = _total(budget, row), sum_of_sources(budget, row)
        if total is None or sources is None or abs(total - sources) <= tolerance:
            continue
        if includes_carry_over(budget, row, tolerance) or (
            total > sources and _is_partial(budget, row)
        ):
            continue
        yield _hit(budget, row, total, sources)


def _hit(budget: Budget, row: BudgetRow, total: Decimal, sources: Decimal) -> Hit:
    cell = budget.cells[row, BudgetColumn.TOTAL]
    says = {
        "row": row.words,
        "total": budget.told(total),
        "sum": budget.told(sources),
        "difference": budget.told(abs(total - sources)),
    }
    return Hit.on(cell, says, variant="blank" if cell.is_blank else "")


def _names_sources(budget: Budget) -> bool:
    return any(column is not BudgetColumn.TOTAL for _, column in budget.cells)


def _total(budget: Budget, row: BudgetRow) -> Decimal | None:
    """The total of a row, 0 where its cell is left empty; None when unreadable."""
    cell = budget.cell(row, BudgetColumn.TOTAL)
    if cell is None:
        return None
    return Decimal(0) if cell.is_blank else budget.amount(row)


def _is_partial(budget: Budget, row: BudgetRow) -> bool:
    """Whether the table lists only some sources, so that their sum may be less."""
    has_others = budget.cell(row, BudgetColumn.OTHER) is not None
    return not has_others or any(cell.number for cell in budget.further)
