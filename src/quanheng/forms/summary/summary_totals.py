"""Sums, averages and counts over the projects of a summary (汇总合计)."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quanheng.forms.summary.entry import Entry
from quanheng.scoring.budget.execution_rate import rate


@dataclass(frozen=True)
class Totals:
    """The projects of a summary together (汇总合计)."""

    entries: Sequence[Entry]

    @property
    def planned(self) -> Decimal | None:
        """Budgets of the year together in 元; None where none is known."""
        return _sum(entry.planned for entry in self.entries)

    @property
    def spent(self) -> Decimal | None:
        """Money spent together in 元; None where none is known."""
        return _sum(entry.spent for entry in self.entries)

    @property
    def rate(self) -> Decimal | None:
        """Spent ÷ planned of the projects that state both, in percent."""
        both = [e for e in self.entries if e.rate is not None]
        return rate(_sum(e.spent for e in both), _sum(e.planned for e in both))

    def average(self, score: Callable[[Entry], Decimal | None]) -> Decimal | None:
        """The mean of the scores that are known, unrounded; None without one."""
        known = [value for entry in self.entries if (value := score(entry)) is not None]
        return sum(known, Decimal(0)) / len(known) if known else None

    def grades(
        self, grade: Callable[[Entry], str | None], names: Sequence[str]
    ) -> list[tuple[str, int]]:
        """How many projects have which grade: the listed names first, in order."""
        counts = Counter(filter(None, map(grade, self.entries)))
        others = [name for name in counts if name not in names]
        return [(name, counts[name]) for name in (*names, *others)]

    def lacking(self, value: Callable[[Entry], object]) -> int:
        """How many projects do not state a value."""
        return sum(value(entry) is None for entry in self.entries)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
