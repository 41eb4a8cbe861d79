"""A unit's purchases on the platform, in two registers (832平台采购额)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.registers import NO_EVIDENCE, entries_of, register_of
from quanheng.language.similarity import bare

ORDERS: Final = "orders"
PURCHASES: Final = "purchases"
PLATFORM: Final = "832平台"
COUNTED: Final = ("已完成", "履约中", "")
"""The states of orders that count, a blank one included."""
_UNION: Final = "工会经费"


class _Reported(NamedTuple):
    row: int
    unit: str
    kind: str | None
    since: date | None
    as_of: date
    amount: Decimal | None


class _Order(NamedTuple):
    row: int
    buyer: str | None
    platform: str
    status: str | None
    funds: str | None
    amount: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class PlatformFigures:
    """A unit's purchases on the platform, as reported and as ordered (采购额).

    Attributes:
        unit: The unit.
        reported: The sum in the register of purchases, up to its latest day.
        rows: Its rows there.
        ordered: The sum of its orders up to that day, of all funds.
        without_union: The same without orders paid by the union.
        order_rows: The rows of those orders.
    """

    unit: str
    reported: Decimal
    rows: tuple[int, ...]
    ordered: Decimal
    without_union: Decimal
    order_rows: tuple[int, ...]

    def differ(self, allowed: Decimal) -> bool:
        """Whether the sums differ, with and without the union's orders."""
        sums = self.ordered, self.without_union
        return all(abs(self.reported - ordered) > allowed for ordered in sums)


def platform_figures(dossier: Dossier) -> Iterator[PlatformFigures]:
    """The units that both registers cover for the same period.

    Units without orders are left out, since the orders may be those of other buyers;
    so are figures that do not begin with the period or end on different days.
    """
    period = (dossier.evidence or NO_EVIDENCE).period
    if period is None:
        return
    orders = _orders(dossier, period)
    for unit, entries in _reported(dossier, period).items():
        latest = _latest(entries, period[0])
        if latest and unit in orders:
            yield _figures(latest, orders[unit])


def _reported(
    dossier: Dossier, period: tuple[date, date]
) -> dict[str, list[_Reported]]:
    found: defaultdict[str, list[_Reported]] = defaultdict(list)
    register = register_of(dossier, PURCHASES)
    names = ("unit", "kind", "since", "as_of", "on_platform")
    for entry in entries_of(register, period, *names) if register else ():
        one = _Reported(*entry)
        found[bare(one.unit)].append(one)
    return found


def _orders(dossier: Dossier, period: tuple[date, date]) -> dict[str, list[_Order]]:
    found: defaultdict[str, list[_Order]] = defaultdict(list)
    register = register_of(dossier, ORDERS)
    names = ("buyer", "platform", "status", "funds", "amount", "ordered_on")
    for entry in entries_of(register, period, *names) if register else ():
        one = _Order(*entry)
        if one.buyer and one.platform == PLATFORM and (one.status or "") in COUNTED:
            found[bare(one.buyer)].append(one)
    return found


def _latest(entries: Sequence[_Reported], first: date) -> list[_Reported]:
    """The figures of the latest day, one per kind; empty if some kind lacks one."""
    day = max(entry.as_of for entry in entries)
    latest = [entry for entry in entries if entry.as_of == day]
    all_kinds = {entry.kind for entry in entries}
    fits = {entry.kind for entry in latest} == all_kinds and all(
        entry.since in (None, first) and entry.amount is not None for entry in latest
    )
    return latest if fits else []


def _figures(latest: Sequence[_Reported], orders: Sequence[_Order]) -> PlatformFigures:
    counted = [order for order in orders if order.day <= latest[0].as_of]
    own = [order for order in counted if order.funds != _UNION]
    return PlatformFigures(
        unit=latest[0].unit,
        reported=sum((one.amount or Decimal(0) for one in latest), Decimal(0)),
        rows=tuple(one.row for one in latest),
        ordered=sum((order.amount for order in counted), Decimal(0)),
        without_union=sum((order.amount for order in own), Decimal(0)),
        order_rows=tuple(order.row for order in counted),
    )
