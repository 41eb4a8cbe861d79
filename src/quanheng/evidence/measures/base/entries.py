"""The entries that count, and those left out with the reason (计入与未计入)."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import compress
from operator import itemgetter, not_
from typing import Any, Final

from quanheng.core.bilingual import COLON, COMMA, Words, joined, listed
from quanheng.core.computed.measured import LeftOut, Measured
from quanheng.core.quantity import rounded
from quanheng.evidence.measures.base.ask import Ask
from quanheng.evidence.measures.base.conditions import fitting, in_words
from quanheng.evidence.measures.base.proofs import proof_warnings
from quanheng.registers.kind import FieldType, RegisterField
from quanheng.registers.reading.not_entries import repeated

_UNREAD: Final = Words("填写有误，不予计入", "filled in wrongly, can't be counted")
_REPEATED: Final = Words("与前面的记录重复", "the same as an entry before it")
_NO_PERIOD: Final = Words(
    "评价年度不明，未按期间筛选", "the year is unknown, so no period was applied"
)


class Entries:
    """The entries of a register, narrowed step by step (计入的记录).

    The conditions of the binding apply from the start; with ``by_day`` the day of an
    entry must lie in the period. While no row is left out, nothing is copied.
    """

    def __init__(self, ask: Ask, *, by_day: bool = True) -> None:
        self._ask = ask
        self._register = ask.register
        self._positions: Sequence[int] = range(len(ask.register))
        self._left_out: list[LeftOut] = []
        self._warnings: list[Words] = [] if ask.period else [_NO_PERIOD]
        refused = ask.register.refused
        self._unread = [row.row for row in refused if not row.repeats]
        again = [row.row for row in refused if row.repeats]
        for reason, rows in (_UNREAD, self._unread), (_REPEATED, again):
            if rows:
                self._left_out.append(LeftOut(reason, rows))
        for condition in ask.binding.where:
            field, wanted = fitting(ask, condition)
            said = in_words(condition)
            self.keep(
                [value in wanted for value in self.values(field.name)],
                Words(
                    f"{field.title.zh}不是{said.zh}",
                    f"{field.title.en} is not {said.en}",
                ),
            )
        if by_day and ask.period and ask.register.kind.day:
            self._within(ask.field(ask.register.kind.day), *ask.period)
        self._once()

    def __len__(self) -> int:
        return len(self._positions)

    @property
    def rows(self) -> Sequence[int]:
        """The row numbers of the entries that count, in their order."""
        return self._rows(self._positions)

    def values(self, name: str) -> Sequence[Any]:
        """The values of a field in the entries that count, in their order."""
        column = self._register.column(name)
        if len(self._positions) == len(column):
            return column
        if len(self._positions) < 2:
            return [column[position] for position in self._positions]
        found: Sequence[Any] = itemgetter(*self._positions)(column)
        return found

    def keep(self, flags: Sequence[object], reason: Words) -> None:
        """Leave out the entries whose flag is false, for a reason."""
        if all(flags):
            return
        dropped = compress(self._positions, map(not_, flags))
        self._left_out.append(LeftOut(reason, self._rows(dropped)))
        self._positions = array("q", compress(self._positions, flags))

    def filled(self, *names: str) -> None:
        """Leave out the entries in which a field is blank."""
        for name in names:
            field = self._ask.field(name)
            self.keep(
                [value is not None for value in self.values(name)],
                Words(f"未填写{field.title.zh}", f"{field.title.en} is not filled in"),
            )

    def warn(self, warning: Words) -> None:
        """Add a warning to the value."""
        self._warnings.append(warning)

    @property
    def described(self) -> Words:
        """The register with period and conditions, for a formula in words."""
        kind, binding = self._ask.register.kind, self._ask.binding
        parts = []
        if self._ask.period:
            first, last = self._ask.period
            parts.append(Words(f"{first}至{last}", f"{first} to {last}"))
        for condition in binding.where:
            title = self._ask.field(condition.field).title
            said = in_words(condition)
            parts.append(Words(f"{title.zh}为{said.zh}", f"{title.en}: {said.en}"))
        inside = joined(parts, COMMA)
        if not parts:
            return kind.title
        return Words(
            f"{kind.title.zh}（{inside.zh}）", f"{kind.title.en} ({inside.en})"
        )

    def measured(
        self,
        value: Decimal | None,
        unit: str,
        formula: Words,
        *,
        parts: Mapping[str, Decimal] | None = None,
        also: Mapping[str, Sequence[int]] | None = None,
        interval: tuple[Decimal, Decimal] | None = None,
        places: int | None = None,
    ) -> Measured:
        """A value with the rows behind it.

        The formula holds the figures; the register is put before it. The value is
        rounded to ``places`` decimals; None leaves it exact.
        """
        shown = value if value is None or places is None else rounded(value, places)
        return Measured(
            value=shown,
            unit=unit,
            used=self._rows(self._positions),
            left_out=tuple(self._left_out),
            formula=joined((self.described, formula), COLON),
            warnings=(
                *self._warnings,
                *proof_warnings(self._register, self._positions),
            ),
            interval=interval,
            parts=parts or {},
            unrounded=None if shown == value else value,
            also=also or {},
            unread=self._unread,
        )

    def _rows(self, positions: Iterable[int]) -> Sequence[int]:
        """The row numbers of some entries."""
        rows = self._register.rows
        if isinstance(positions, range) and len(positions) == len(rows):
            return rows
        return array("q", map(rows.__getitem__, positions))

    def _within(self, field: RegisterField, first: date, last: date) -> None:
        """Leave out the entries outside a period."""
        self.filled(field.name)
        low: date = first
        high: date = last
        if field.type is FieldType.TIME:
            low = datetime.combine(first, time.min)
            high = datetime.combine(last, time.max)
        self.keep(
            [low <= day <= high for day in self.values(field.name)],
            Words(
                f"{field.title.zh}不在{first}至{last}内",
                f"{field.title.en} is not within {first} to {last}",
            ),
        )

    def _once(self) -> None:
        """Leave out the entries that repeat the key of an earlier one."""
        key = self._register.kind.key
        if not key:
            return
        twins = repeated([self.values(name) for name in key])
        if not twins:
            return
        titles = listed(self._ask.field(name).title for name in key)
        self.keep(
            [at not in twins for at in range(len(self))],
            Words(
                f"与前面的记录重复（{titles.zh}相同）",
                f"the same as an entry before it ({titles.en})",
            ),
        )
