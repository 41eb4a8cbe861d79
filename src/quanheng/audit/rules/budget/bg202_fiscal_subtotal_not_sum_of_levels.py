from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.budget import (
    LEVEL_COLUMNS,
    MONEY_ROWS,
    Budget,
    BudgetColumn,
    BudgetRow,
)
from quanheng.core.field import Field, filled
from quanheng.core.quantity import plain
from quanheng.scoring.budget.budget_sums import (
    AMOUNT_TOLERANCE,
    includes_carry_over,
    sum_of_levels,
    table_tolerance,
)


@rule(
    code="BG202",
    name="fiscal-subtotal-not-sum-of-levels",
    title=Words(
        "财政资金小计不等于各级之和", "Fiscal subtotal is not the sum of the levels"
    ),
    message=Words(
        "{row}财政资金小计为{subtotal}，各级合计为{sum}，相差{difference}",
        "{row}: the fiscal subtotal is {subtotal}, the levels add up to {sum}, "
        "{difference} apart",
    ),
    variants={
        "blank": Words(
            "{row}财政资金小计为空，各级合计为{sum}，应填写",
            "{row}: the fiscal subtotal is empty, the levels add up to {sum}",
        )
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(AMOUNT_TOLERANCE,),
    fixing=Fixing.UNSAFE,
)
def fiscal_subtotal_not_sum_of_levels(dossier: Dossier) -> Iterator[Answer]:
    """The fiscal subtotal (财政资金小计) is not the sum of the four levels.

    Why it matters:
        The split by level decides who must be informed about the money.

    What it leaves alone:
        Rows and forms without levels; a subtotal that also holds the carry-over;
        tables that list only some levels. An empty subtotal with a single level is
        info.
    """
    budget = dossier.project.budget
    if budget is None or not any(c in LEVEL_COLUMNS for _, c in budget.cells):
        yield not_applicable("预算未按级次分列", "the budget is not split by level")
        return
    tolerance = table_tolerance(budget, dossier.law)
    for row in MONEY_ROWS:
        cell = budget.cell(row, BudgetColumn.FISCAL)
        levels = sum_of_levels(budget, row)
        if cell is None or levels is None:
            continue
        if cell.is_blank:
            yield from _blank(budget, row, cell, levels)
        else:
            yield from _mismatch(budget, row, cell, levels, tolerance)


def _blank(
    budget: Budget, row: BudgetRow, cell: Field, levels: Decimal
) -> Iterator[Hit]:
    if not levels:
        return
    single = sum(filled(budget.cell(row, column)) for column in LEVEL_COLUMNS) == 1
    new = plain(levels / budget.factor)
    yield Hit.on(
        cell,
        {"row": row.words, "sum": budget.told(levels)},
        severity=Severity.INFO if single else None,
        variant="blank",
        edits=(Edit.on(cell, new, safe=False),),
    )


def _mismatch(
    budget: Budget, row: BudgetRow, cell: Field, levels: Decimal, tolerance: Decimal
) -> Iterator[Hit]:
    subtotal = budget.amount(row, BudgetColumn.FISCAL)
    if subtotal is None or abs(subtotal - levels) <= tolerance:
        return
    is_partial = any(budget.cell(row, column) is None for column in LEVEL_COLUMNS)
    if (is_partial and subtotal > levels) or includes_carry_over(
        budget, row, tolerance
    ):
        return
    says = {
        "row": row.words,
        "subtotal": budget.told(subtotal),
        "sum": budget.told(levels),
        "difference": budget.told(abs(subtotal - levels)),
    }
    yield Hit.on(cell, says)
