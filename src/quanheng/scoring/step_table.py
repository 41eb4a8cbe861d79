"""Local step tables: from a rate on, a share of the points (分档)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from quanheng.law.book import Law


def share_by_steps(name: str, rate: Decimal, law: Law) -> Decimal | None:
    """The share of the weight that a step table gives, None without a table.

    Args:
        name: A parameter whose value is a list of ``{at_least, share}``; empty
            where the straight formula holds.
        rate: The rate in percent.
        law: The parameters in force.
    """
    table = law.value(name)
    if isinstance(table, str) or not isinstance(table, Sequence) or not table:
        return None
    steps = [_step(entry, name) for entry in table]
    reached = [step for step in steps if step[0] <= rate]
    return max(reached)[1] if reached else Decimal(0)


def _step(entry: object, name: str) -> tuple[Decimal, Decimal]:
    if isinstance(entry, Mapping):
        at_least, share = entry.get("at_least"), entry.get("share")
        if isinstance(at_least, Decimal) and isinstance(share, Decimal):
            return at_least, share
    raise TypeError(f"{name} is no step table: {entry!r}")
