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
from quanheng.core.bilingual import Words, listed
from quanheng.core.budget import MONEY_ROWS, Budget, BudgetColumn
from quanheng.core.field import Field
from quanheng.core.quantity import rounded
from quanheng.scoring.budget.stated_rates import decimals_in

DECIMALS = "self_evaluation.amount_decimals"


@rule(
    code="BG104",
    name="amount-decimals-mixed",
    title=Words("金额小数位不统一", "Amounts with mixed decimals"),
    message=Words(
        "预算表金额小数位不一致（如{examples}），应统一保留{places}位小数",
        "the amounts have mixed decimals (as {examples}); {places} are due",
    ),
    variants={
        "too many": Words(
            "预算表金额超过{places}位小数（如{examples}），应保留{places}位小数",
            "amounts with more than {places} decimals (as {examples})",
        )
    },
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(DECIMALS,),
    fixing=Fixing.SAFE,
)
def amount_decimals_mixed(dossier: Dossier) -> Iterator[Answer]:
    """The amounts of the budget table (金额) are printed with mixed decimals.

    Why it matters:
        Cut in one place and rounded in another, the same money differs by a cent.

    What it leaves alone:
        Whole numbers among amounts with decimals; regions whose parameter allows
        more decimals. An edit is offered only where no digit is lost.
    """
    budget = dossier.project.budget
    cells = list(_amounts(budget)) if budget else []
    if not cells:
        yield not_applicable("未填写预算金额", "there are no amounts")
        return
    places = int(dossier.law.number(DECIMALS))
    widths = [(cell, decimals_in(number)) for cell, number in cells]
    broken = [(cell, width) for cell, width in widths if width]
    too_many = [cell for cell, width in broken if width > places]
    if not too_many and len({width for _, width in broken}) <= 1:
        return
    odd = too_many or [cell for cell, width in broken if width != places]
    edits = _edits(odd, places)
    yield Hit.across(
        odd,
        {"places": places, "examples": listed(f"“{c.raw}”" for c in odd[:3])},
        variant="too many" if too_many else "",
        edits=tuple(edits),
    )


def _amounts(budget: Budget) -> Iterator[tuple[Field, Decimal]]:
    for row in MONEY_ROWS:
        for column in BudgetColumn:
            cell = budget.cell(row, column)
            if cell is not None and cell.number is not None:
                yield cell, cell.number


def _edits(cells: list[Field], places: int) -> tuple[Edit, ...]:
    """One edit for each cell; none at all where rounding would lose a digit."""
    edits = []
    for cell in cells:
        number = cell.number
        if number is None or rounded(number, places) != number:
            return ()
        head, mark, tail = cell.raw.partition(".")
        digits = tail[: decimals_in(number)]
        kept = digits[:places].ljust(places, "0")
        new = f"{head}{mark}{kept}{tail[len(digits) :]}"
        edits.append(Edit.on(cell, new, safe=True))
    return tuple(edits)
