"""The result of a measure on a register, down to the rows (计量结果)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.computed.binding import Binding
from quanheng.core.field import Field
from quanheng.core.quantity import plain

ROWS_SHOWN: Final = 10
"""Rows that a sentence lists; the others are only counted."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows that don't count, and why (未计入的记录)."""

    reason: Words
    rows: Sequence[int]


@dataclass(frozen=True)
class Measured:
    """A computed value with everything behind it (计量结果).

    Rows are numbered as in the register's file: its first row is 1.

    Attributes:
        value: The value, rounded for printing; None if it can't be computed.
        unit: Its unit: 次, %, 元; empty for a bare number.
        used: The rows that it was computed from.
        left_out: The other rows of the register, by reason.
        formula: The formula with the figures, in words.
        warnings: Warnings for readers of the value.
        interval: Lower and upper limit of a rate, in its unit.
        parts: Named intermediate figures: ``{"valid": 200, "satisfied": 190}``.
        unrounded: The value before rounding, where it was rounded.
        also: Rows used of other registers, by the register's name.
        unread: Rows that may count but can't be read; with any, the value is not final.
    """

    value: Decimal | None
    unit: str
    used: Sequence[int]
    left_out: tuple[LeftOut, ...]
    formula: Words
    warnings: tuple[Words, ...] = ()
    interval: tuple[Decimal, Decimal] | None = None
    parts: Mapping[str, Decimal] = field(default_factory=dict)
    unrounded: Decimal | None = None
    also: Mapping[str, Sequence[int]] = field(default_factory=dict)
    unread: Sequence[int] = ()

    @property
    def text(self) -> str:
        """The value as a form prints it: ``2次``; empty where there is none."""
        return "" if self.value is None else f"{plain(self.value)}{self.unit}"

    @property
    def told(self) -> Words:
        """The value for a message: in English money is in yuan."""
        if self.value is None or self.unit != "元":
            return Words(self.text, self.text)
        return Words(self.text, f"{plain(self.value)} yuan")


@dataclass(frozen=True, slots=True)
class Computed:
    """A typed value of a report and the value computed for it (取数结果).

    Attributes:
        name: Name of the value: an indicator's title, 全年执行.
        typed: The field of the report, blank if no value was typed.
        binding: How it is computed.
        measured: The result; None if the register or the measure is missing.
        why: Why there is no value.
        head_unit: Unit of a bare typed number, from the brackets of the name or the
            head of the budget.
        allowed: Tolerance of the typed value, in the unit of the computed one.
        doubts: Why the registers may be incomplete: not closed, a file not read.
        unread: Rows that may count but can't be read, of all registers used.
    """

    name: str
    typed: Field
    binding: Binding
    measured: Measured | None
    why: Words | None = None
    head_unit: str = ""
    allowed: Decimal = Decimal(0)
    doubts: tuple[Words, ...] = ()
    unread: Words = NO_WORDS

    @property
    def is_final(self) -> bool:
        """Whether the registers behind it are closed and their files read."""
        return not self.doubts


def rows_in_words(rows: Sequence[int]) -> Words:
    """Rows in a sentence: 第2、5行; the first ten, then how many."""
    first = [str(row) for row in rows[:ROWS_SHOWN]]
    if not first:
        return Words("无", "none")
    if len(rows) > len(first):
        return Words(
            f"第{'、'.join(first)}等{len(rows)}行",
            f"rows {', '.join(first)} … ({len(rows)} in all)",
        )
    head = "rows" if len(first) > 1 else "row"
    return Words(f"第{'、'.join(first)}行", f"{head} {', '.join(first)}")
