from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget, BudgetColumn
from quanheng.core.field import filled
from quanheng.core.quantity import plain, rounded
from quanheng.language.clauses import clauses
from quanheng.language.patterns.figures import has_date
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.budget.execution_rate import arrival_rate

MISSING: Final = "words.missing_money"
OTHERS: Final = "words.other_funds"
_ALL: Final = Decimal(100)


@rule(
    code="DV205",
    name="reason-contradicts-budget",
    title=Words(
        "称资金未到位但到位率为100%", "Reason blames missing money that arrived"
    ),
    message=Words(
        "“{name}”的偏差原因称“{clause}”，但预算表到位率为{rate}%，两处应一致",
        "the reason of “{name}” says “{clause}”, yet {rate}% of the money arrived",
    ),
    variants={
        "late": Words(
            "“{name}”的偏差原因称“{clause}”，到位率为{rate}%，应注明到位时间",
            "the reason of “{name}” says “{clause}”; {rate}% arrived, and no date is "
            "given",
        )
    },
    severity=Severity.INFO,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(MISSING, OTHERS),
)
def reason_contradicts_budget(dossier: Dossier) -> Iterator[Answer]:
    """A reason blames money that by the budget table arrived in full (资金到位).

    Why it matters:
        One of the two is wrong, and the next budget depends on it.

    What it leaves alone:
        A date of late arrival in the cell; a source that did not arrive in full;
        money from elsewhere (配套, 自筹), which the table may not hold.
    """
    budget = dossier.project.budget
    rate = arrival_rate(budget) if budget else None
    if budget is None or rate is None:
        yield not_applicable("预算到位率无法计算", "there is no arrival rate")
        return
    if rate < _ALL or _is_short(budget):
        return
    for row in dossier.project.indicators:
        if row.reason is None or not filled(row.reason) or has_date(row.reason.raw):
            continue
        for kind, clause in _blames(row.reason.raw, dossier.law):
            yield Hit.on(
                row.reason,
                {"name": row.title, "clause": clause, "rate": plain(rounded(rate))},
                variant="late" if kind == "late" else "",
            )
            break


def _is_short(budget: Budget) -> bool:
    """Whether a source of money did not arrive in full."""
    rates = (arrival_rate(budget, column) for column in BudgetColumn)
    return any(rate is not None and rate < _ALL for rate in rates)


def _blames(text: str, law: Law) -> Iterator[tuple[str, str]]:
    """The clauses that blame the money, each with how."""
    for clause in clauses(text):
        if any_of(law.words(OTHERS), clause):
            continue
        for kind, words in law.word_groups(MISSING).items():
            if any_of(words, clause):
                yield kind, clause
