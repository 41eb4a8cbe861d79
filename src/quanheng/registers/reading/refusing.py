"""Rows that are no entries, in words (不能计入的行)."""

from collections.abc import Sequence

from quanheng.core.bilingual import Words
from quanheng.registers.reading.values.outcome import Problem
from quanheng.registers.register import Refused


def refused_row(row: int, faults: Sequence[tuple[str, Problem]]) -> Refused:
    """All faults of a row as one, so that it is mended in one go.

    Args:
        row: Its number.
        faults: Title of a field, empty for the whole row, with its problem.
    """
    if len(faults) == 1:
        ((field, problem),) = faults
        return Refused(row, field, problem.reason)
    fields = "、".join(field for field, _ in faults if field)
    zh = "；".join(
        f"{field}：{p.reason.zh}" if field else p.reason.zh for field, p in faults
    )
    en = "; ".join(
        f"{field}: {p.reason.en}" if field else p.reason.en for field, p in faults
    )
    return Refused(row, fields, Words(zh, en))


def repeated_row(row: int, fields: str, earlier: int) -> Refused:
    """A row with the key of an earlier one."""
    reason = Words(f"与第{earlier}行重复", f"the same as row {earlier}")
    return Refused(row, fields, reason, earlier)
