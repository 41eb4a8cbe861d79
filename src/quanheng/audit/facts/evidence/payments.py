"""Payments in the register of spending (支付明细)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import NO_EVIDENCE, entries_of
from quanheng.core.budget import BudgetRow
from quanheng.core.field import Field
from quanheng.registers.register import Register

SPENDING: Final = "spending"
_FIELDS: Final = (
    "paid_on",
    "amount",
    "payee_subordinate",
    "transfer",
    "on_acceptance",
)


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment (支付).

    Attributes:
        row: Its row in the register.
        day: When it was paid.
        amount: In 元, negative for a refund.
        to_subordinate: Whether the payee is a subordinate unit.
        is_transfer: Whether it is a transfer payment.
        on_acceptance: Whether it was paid on acceptance.
    """

    row: int
    day: date
    amount: Decimal
    to_subordinate: bool
    is_transfer: bool
    on_acceptance: bool


def payments(dossier: Dossier, register: Register) -> list[Payment]:
    """The payments of the period, by day."""
    period = (dossier.evidence or NO_EVIDENCE).period
    found = (
        Payment(row, day, amount, *(mark is True for mark in marks))
        for row, day, amount, *marks in entries_of(register, period, *_FIELDS)
    )
    return sorted(found, key=lambda payment: (payment.day, payment.row))


def spending_place(dossier: Dossier) -> Field:
    """The cell of the amount spent, else the place of the budget."""
    budget = dossier.project.budget
    if budget is None:
        return Field("", dossier.project.table_at)
    return budget.cell(BudgetRow.SPENT) or Field("", budget.at)
