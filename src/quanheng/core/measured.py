"""What a measure found in a register, down to the rows (计量结果)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.binding import Binding
from quanheng.core.field import Field
from quanheng.core.quantity import plain

ROWS_SHOWN: Final = 10
"""Rows that a sentence names one by one; of the others it gives the number."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows that don't count, and why (未计入的记录)."""

    reason: Words
    rows: Sequence[int]


@dataclass(frozen=True)
class Measured:
    """A value with everything it rests on (计量结果).

    Rows are numbered as in the register's file: its first row is 1.

    Attributes:
        value: The value, rounded as it is to be printed; None where it can't be had.
        unit: Its unit: 次, %, 元; empty for a bare number.
        used: The rows that it was computed from.
        left_out: The other rows of the register, by reason.
        formula: The formula with the figures, in words.
        warnings: What a reader of the value should know.
        interval: Lower and upper limit of a rate, in its unit.
        parts: Named intermediate figures: ``{"valid": 200, "satisfied": 190}``.
        unrounded: The value before rounding, where it was rounded.
        also: Rows of other registers that went in, by the register's name.
        unread: Rows that may count but can't be read; while there are any, the value
            is not the last word.
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
        """The value as a message tells it: in English money is in yuan."""
        if self.value is None or self.unit != "元":
            return Words(self.text, self.text)
        return Words(self.text, f"{plain(self.value)} yuan")


@dataclass(frozen=True, slots=True)
class Computed:
    """A value of a report beside the one computed for it (取数结果).

    Attributes:
        name: What the value is of: an indicator's title, 全年执行.
        typed: The field of the report, blank where nobody typed a value.
        binding: How it is computed.
        measured: What was found; None where the register lacks.
        why: Why there is no value: the register or the measure lacks.
        head_unit: Unit that a bare typed number has: of the brackets of the name, of
            the head of the budget.
        allowed: How far the typed value may be off, in the unit of the computed one.
        doubts: Why the registers are not the last word: not closed, a file not read.
        unread: Rows that may count but can't be read, of all registers that went in.
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
    """Rows as a sentence names them: 第2、5行; the first ten, then how many."""
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
