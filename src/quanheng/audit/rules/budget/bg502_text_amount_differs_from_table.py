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
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, amount_tolerance

WHOLE_AMOUNTS = "words.whole_amounts"


@rule(
    code="BG502",
    name="text-amount-differs-from-table",
    title=Words("正文金额与预算表不一致", "Amount in the text differs from the table"),
    message=Words(
        "正文“{words}”与预算表{row}{table}不一致，应统一",
        "the text says “{words}”, the table {table} for {row}",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(AMOUNT_TOLERANCE, AMOUNT_NAMES, UNIT_COST, WHOLE_AMOUNTS, FACTOR, MARGIN),
)
def text_amount_differs_from_table(dossier: Dossier) -> Iterator[Answer]:
    """An amount of the whole budget in the text differs from the table (正文金额).

    Why it matters:
        One sum in two places must be one sum.

    What it leaves alone:
        Amounts that no word ties to the whole row (全年预算, 实际到位): items, other
        years, contracts; rounded amounts; a row whose right amount, or that of one of
        its sources, is in the paragraph too; yuan taken for ten thousand yuan (BG501).
    """
    budget = dossier.project.budget
    words = dossier.law.words(WHOLE_AMOUNTS)
    stated = [
        each
        for each in amounts_in_text(dossier.project, dossier.law)
        if each.words.removesuffix(each.written).rstrip("为共是计：: ") in words
    ]
    if budget is None or not stated:
        yield not_applicable(
            "无预算表或正文未涉及预算金额",
            "there is no budget, or the text names no amount of it",
        )
        return
    tolerance = amount_tolerance(dossier.law)
    for each in stated:
        same_row = [o for o in stated if (o.row, o.field) == (each.row, each.field)]
        if any(_agrees(other, budget, tolerance) for other in same_row):
            continue
        table = budget.amount(each.row)
        if table and not is_unit_confused(each.amount, table, dossier.law):
            says = {
                "words": each.words,
                "row": each.row.words,
                "table": budget.told(table),
            }
            yield Hit.on(each.field, says)


def _agrees(stated: TextAmount, budget: Budget, tolerance: Decimal) -> bool:
    """Whether the amount is that of the row's total or of a source, as rounded."""
    return any(
        abs(stated.amount - amount) <= max(tolerance, stated.precision)
        for column in BudgetColumn
        if (amount := budget.amount(stated.row, column)) is not None
    )
