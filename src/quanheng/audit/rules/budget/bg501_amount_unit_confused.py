from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.money.amounts_in_text import (
    AMOUNT_NAMES,
    FACTOR,
    MARGIN,
    UNIT_COST,
    TextAmount,
    amounts_in_text,
    is_unit_confused,
    times,
)
from quanheng.audit.rule import NO_BUDGET, Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.quantity import plain, rounded
from quanheng.law.book import Law
from quanheng.scoring.unit_slip import BAND


@rule(
    code="BG501",
    name="amount-unit-confused",
    title=Words("金额单位混用（元/万元）", "Yuan and ten-thousand-yuan confused"),
    message=Words(
        "正文“{words}”与预算表{row}{table}相差{factor}倍，应核对金额单位",
        "the text says “{words}”, the table {table} for {row}: a factor of {factor}",
    ),
    variants={
        "table": Words(
            "全年预算{planned}与{row}{other}相差{factor}倍，应核对金额单位",
            "the annual budget of {planned} and {other} for {row} differ by a factor "
            "of {factor}",
        ),
        "near": Words(
            "全年预算{planned}与{row}{other}相差约{factor}倍，疑似元与万元混用，"
            "应核对金额单位",
            "the annual budget of {planned} and {other} for “{row}” differ by a factor "
            "of about {factor}: probably yuan and ten thousand yuan",
        ),
    },
    severity=Severity.ERROR,
    basis=(("practice", "一般做法"),),
    law=(FACTOR, MARGIN, BAND, AMOUNT_NAMES, UNIT_COST),
    fixing=Fixing.UNSAFE,
)
def amount_unit_confused(dossier: Dossier) -> Iterator[Answer]:
    """One amount is in yuan in one place, in ten thousand yuan in another (元、万元).

    Why it matters:
        A budget read ten thousand times too large or too small spoils every sum.

    What it leaves alone:
        Unit costs; amounts in a paragraph that also has the right one. All amounts of
        one file are one finding.

    Catalogue:
        Other powers of ten are left alone: a tenth or a hundredth of the budget is
        more often a real part of it than a slip. Rows of the table need only differ by
        about the factor, as the money spent is seldom the whole budget; no honest
        execution rate comes near it.
    """
    budget = dossier.project.budget
    if budget is None:
        yield NO_BUDGET
        return
    stated = tuple(amounts_in_text(dossier.project, dossier.law))
    law = dossier.law
    wrong = [
        each
        for each in stated
        if is_unit_confused(each.amount, budget.amount(each.row) or Decimal(0), law)
        and not _is_right_elsewhere(each, stated, budget, law.number(MARGIN))
    ]
    if wrong:
        yield _hit(budget, wrong, law.number(FACTOR))
    else:
        yield from _within_table(budget, law)


def _within_table(budget: Budget, law: Law) -> Iterator[Hit]:
    """The first row of the table that was entered in another unit than the budget."""
    planned, factor, band = budget.planned, law.number(FACTOR), law.number(BAND)
    if not planned:
        return
    for row in (BudgetRow.INITIAL, BudgetRow.RECEIVED, BudgetRow.SPENT):
        amount, cell = budget.amount(row), budget.cell(row)
        if not amount or cell is None or amount * planned < 0:
            continue
        apart = times(amount, planned)
        if factor / band <= apart <= factor * band:
            is_exact = is_unit_confused(amount, planned, law)
            says: dict[str, object] = {
                "planned": budget.told(planned),
                "row": row.words,
                "other": budget.told(amount),
                "factor": f"{factor:f}" if is_exact else plain(rounded(apart, 0)),
            }
            also = (budget.cells[BudgetRow.ANNUAL, BudgetColumn.TOTAL].at,)
            variant = "table" if is_exact else "near"
            yield Hit.on(cell, says, also=also, variant=variant)
            return


def _is_right_elsewhere(
    stated: TextAmount, others: tuple[TextAmount, ...], budget: Budget, margin: Decimal
) -> bool:
    """Whether the paragraph also states the row's amount as the table does."""
    table = budget.amount(stated.row)
    return any(
        table
        and (other.row, other.field) == (stated.row, stated.field)
        and abs(other.amount / table - 1) <= margin
        for other in others
    )


def _hit(budget: Budget, wrong: list[TextAmount], factor: Decimal) -> Hit:
    first = wrong[0]
    fields = list(dict.fromkeys(each.field for each in wrong))
    edits = [
        _edit(field, [each for each in wrong if each.field == field], budget)
        for field in fields
    ]
    return Hit.on(
        first.field,
        {
            "words": first.words,
            "row": first.row.words,
            "table": budget.told(budget.amount(first.row) or Decimal(0)),
            "factor": f"{factor:f}",
        },
        also=tuple(field.at for field in fields[1:]),
        edits=tuple(edits),
    )


def _edit(field: Field, wrong: list[TextAmount], budget: Budget) -> Edit:
    new = field.raw
    for each in wrong:
        right = each.words.replace(each.written, _table_text(each, budget))
        new = new.replace(each.words, right)
    return Edit.on(field, new, safe=False)


def _table_text(stated: TextAmount, budget: Budget) -> str:
    return budget.shown(budget.amount(stated.row) or Decimal(0))
