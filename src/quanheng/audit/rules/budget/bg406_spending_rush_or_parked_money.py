from collections.abc import Iterator
from datetime import date
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.payments import (
    SPENDING,
    Payment,
    payments,
    spending_place,
)
from quanheng.audit.facts.evidence.registers import no_entries, register_of
from quanheng.audit.facts.texts.project_period import PERIOD_LABELS, project_period
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import rows_in_words
from quanheng.core.quantity import plain, rounded
from quanheng.evidence.measures.base.total import total

DECEMBER_SHARE: Final = "budget.december_share"
FEWEST: Final = 3
TRANSFER_FORM: Final = "transfer"
_DECEMBER: Final = 12
_LAST_QUARTER: Final = 10


@rule(
    code="BG406",
    name="spending-rush-or-parked-money",
    title=Words(
        "年底集中支付或以拨代支", "Year-end rush, or money passed down counted as spent"
    ),
    message=Words(
        "12月支付{december}元，占全年支付额{whole}元的{share}%，"
        "应说明年底集中支付的原因（支出台账{rows}）",
        "{december} of {whole} yuan, {share}%, were paid in December; it should be "
        "explained (spending, {rows})",
    ),
    variants={
        "parked": Words(
            "拨付下属单位{parked}元后无实际支付记录，不应列作支出（支出台账{rows}）",
            "{parked} yuan went to subordinate units and no payment follows; that is "
            "not yet spending (spending, {rows})",
        )
    },
    severity=Severity.INFO,
    basis=(("practice", "审计工作程序"),),
    law=(DECEMBER_SHARE, PERIOD_LABELS),
    needs=Need.REGISTER,
    registers=(SPENDING,),
)
def spending_rush_or_parked_money(dossier: Dossier) -> Iterator[Answer]:
    """Money was paid in haste in December, or only passed down (集中支付).

    Why it matters:
        Money that is paid out only to look spent has bought nothing yet.

    What it leaves alone:
        A single payment on acceptance in December; projects that began in the last
        quarter; fewer than three payments; transfer payments, which are passed down
        by their nature.
    """
    register = register_of(dossier, SPENDING)
    if register is None:
        yield no_entries(dossier, SPENDING)
        return
    paid = payments(dossier, register)
    if len(paid) < FEWEST:
        yield not_applicable("支付记录少于3笔", "there are fewer than three payments")
        return
    is_transfer = dossier.project.form == TRANSFER_FORM
    if is_transfer or any(payment.is_transfer for payment in paid):
        yield not_applicable("属转移支付项目", "money of a transfer payment")
        return
    place = spending_place(dossier)
    for variant, says in (*_rush(dossier, paid), *_parked(paid)):
        yield Hit.on(place, says, variant=variant)


def _rush(
    dossier: Dossier, paid: list[Payment]
) -> Iterator[tuple[str, dict[str, object]]]:
    """Too large a share was paid in December, and no date explains it (集中支付)."""
    period = project_period(dossier.project, dossier.law)
    if period and _began_late(period.start, paid[0].day):
        return
    december = [payment for payment in paid if payment.day.month == _DECEMBER]
    if len(december) == 1 and december[0].on_acceptance:
        return
    part = total(payment.amount for payment in december)
    whole = total(payment.amount for payment in paid)
    if whole > 0 and part > dossier.law.number(DECEMBER_SHARE) * whole:
        yield (
            "",
            {
                "december": plain(part),
                "whole": plain(whole),
                "share": plain(rounded(part * 100 / whole)),
                "rows": rows_in_words([payment.row for payment in december]),
            },
        )


def _began_late(start: date, paid: date) -> bool:
    return start.year == paid.year and start.month >= _LAST_QUARTER


def _parked(paid: list[Payment]) -> Iterator[tuple[str, dict[str, object]]]:
    """Payments to subordinate units after which nothing was paid to others."""
    last_spent = max(
        (payment.day for payment in paid if not payment.to_subordinate),
        default=date.min,
    )
    parked = [p for p in paid if p.to_subordinate and p.day > last_spent]
    amount = total(payment.amount for payment in parked)
    if amount > 0:
        yield (
            "parked",
            {
                "parked": plain(amount),
                "rows": rows_in_words([payment.row for payment in parked]),
            },
        )
