"""Local step tables: from a rate on, a share of the points (分档)."""

from collections.abc import Sequence
from decimal import Decimal

from quanheng.law.book import Law, Value


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


def _step(entry: Value, name: str) -> tuple[Decimal, Decimal]:
    match entry:
        case {"at_least": Decimal() as at_least, "share": Decimal() as share}:
            return at_least, share
        case _:
            raise TypeError(f"{name} is no step table: {entry!r}")
