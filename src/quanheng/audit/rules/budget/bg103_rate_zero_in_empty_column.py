from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_BUDGET, Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.budget import RATE_ROWS, Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field, filled
from quanheng.scoring.budget.stated_rates import stated_percent

_MONEY = (BudgetRow.ANNUAL, BudgetRow.RECEIVED, BudgetRow.SPENT)
NO_VALUE = "—"


@rule(
    code="BG103",
    name="rate-zero-in-empty-column",
    title=Words("无资金栏目的比率填0", "Zero rate in an empty column"),
    message=Words(
        "{columns}无资金安排，{count}处比率填为0，应填“—”",
        "no money in {columns}, but {count} rate cell(s) say 0; they should say “—”",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    fixing=Fixing.SAFE,
)
def rate_zero_in_empty_column(dossier: Dossier) -> Iterator[Answer]:
    """A column without money shows a rate of 0 (率值) instead of none.

    Why it matters:
        0% says that money was there and none of it came or was spent.

    What it leaves alone:
        Blank cells and empty marks; the column of the total.
    """
    budget = dossier.project.budget
    if budget is None:
        yield NO_BUDGET
        return
    found = list(_zero_rates(budget))
    if not found:
        return
    cells = [cell for _, cell in found]
    named = dict.fromkeys(column.words for column, _ in found)
    edits = [Edit.on(cell, NO_VALUE, safe=True) for cell in cells]
    yield Hit.across(
        cells, {"columns": listed(named), "count": len(cells)}, edits=tuple(edits)
    )


def _zero_rates(budget: Budget) -> Iterator[tuple[BudgetColumn, Field]]:
    for row in RATE_ROWS:
        for column in BudgetColumn:
            cell = budget.cell(row, column)
            if (
                cell is not None
                and column is not BudgetColumn.TOTAL
                and stated_percent(cell) == 0
                and _is_empty(budget, column)
            ):
                yield column, cell


def _is_empty(budget: Budget, column: BudgetColumn) -> bool:
    return all(
        not filled(budget.cell(row, column)) or budget.amount(row, column) == 0
        for row in _MONEY
    )
