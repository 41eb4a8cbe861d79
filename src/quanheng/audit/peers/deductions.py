"""Points taken off by judgement, and where reports of a folder differ (扣分尺度)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from quanheng.core.field import Field, text_of
from quanheng.language.similarity import bare
from quanheng.scoring.scorecard import RowScore, Scorecard


@dataclass(frozen=True, slots=True)
class Deduction:
    """A row that lost points by judgement (扣分).

    Attributes:
        name: The indicator.
        score: The cell of the score.
        share: What it lost of its weight, in percent.
        reason: The stated reason, marks left aside.
        result: The actual, likewise.
    """

    name: str
    score: Field
    share: Decimal
    reason: str
    result: str


@dataclass(frozen=True, slots=True)
class Held:
    """A deduction with the report that holds it: its place among all, its digest."""

    deduction: Deduction
    position: int
    digest: str


@dataclass
class Deductions:
    """The least and the greatest deductions of each reason and result (扣分索引).

    Whether any report differs from one is told by these alone, so that a folder in
    which all give one reason costs no more than another.

    Attributes:
        extremes: By reason and result, then by year.
    """

    extremes: dict[tuple[str, str], dict[int | None, list[Held]]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, held: Held, year: int | None) -> None:
        """Take in a deduction of a report of a year."""
        key = held.deduction.reason, held.deduction.result
        of_year = self.extremes[key]
        of_year[year] = _extreme([*of_year.get(year, ()), held])

    def farthest(self, own: Deduction, year: int | None, digest: str) -> Held | None:
        """The deduction of another report that differs most from one, if there is any.

        Args:
            own: The deduction.
            year: The year of its report; a report of no named year may be of any.
            digest: The digest of its report, which is no other.
        """
        of_year = self.extremes.get((own.reason, own.result), {})
        years = of_year if year is None else (year, None)
        others = [
            held
            for each in years
            for held in of_year.get(each, ())
            if held.digest != digest
        ]
        others.sort(key=lambda held: held.position)
        return max(others, key=lambda h: _apart(own, h.deduction), default=None)


def _apart(one: Deduction, other: Deduction) -> Decimal:
    return abs(one.share - other.share)


def _extreme(held: Iterable[Held]) -> list[Held]:
    """The least and the greatest of two reports: one of them may be the own one."""
    ordered = sorted(held, key=lambda one: (one.deduction.share, one.position))
    kept: dict[int, Held] = {}
    for side in (ordered, ordered[::-1]):
        digests = dict[str, Held]()
        for one in side:
            digests.setdefault(one.digest, one)
        kept |= {id(one): one for one in list(digests.values())[:2]}
    return list(kept.values())


def deductions(card: Scorecard) -> Iterator[Deduction]:
    """The rows that lost points by judgement."""
    for row in card.rows:
        if row.indicator is None or row.score is None or not _is_by_judgement(row):
            continue
        if row.weight and row.stated is not None and 0 <= row.stated < row.weight:
            yield Deduction(
                row.indicator.title,
                row.score,
                (row.weight - row.stated) / row.weight * 100,
                bare(text_of(row.indicator.reason)),
                bare(text_of(row.indicator.actual)),
            )


def _is_by_judgement(row: RowScore) -> bool:
    """Whether no formula fixes the score: a band of an answer, or nothing computed."""
    return row.recomputed is None or row.band is not None
