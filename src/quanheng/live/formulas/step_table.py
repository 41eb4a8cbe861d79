"""Local step tables in a formula (分档公式)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from quanheng.core.quantity import plain
from quanheng.law.book import Value
from quanheng.live.formulas.expressions import NUDGE, cases


def share_by_steps(table: Value, rate: str) -> str:
    """The share of the points that a rate in percent reaches; empty without a table.

    Args:
        table: The parameter: a list of ``{at_least, share}``.
        rate: The rate as a formula.
    """
    if isinstance(table, str) or not isinstance(table, Sequence) or not table:
        return ""
    steps = sorted(map(_step, table), reverse=True)
    reached = [
        (f"{rate}+{NUDGE}>={plain(least)}", plain(share)) for least, share in steps
    ]
    return cases(*reached, otherwise="0")


def _step(entry: Value) -> tuple[Decimal, Decimal]:
    match entry:
        case Mapping():
            least, share = entry["at_least"], entry["share"]
            if isinstance(least, Decimal) and isinstance(share, Decimal):
                return least, share
    raise TypeError(f"no step: {entry!r}")
