"""Points deducted by judgement, to compare reports of a folder (扣分尺度)."""

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
        share: The deducted percentage of its weight.
        reason: The stated reason without punctuation.
        result: The actual, likewise.
    """

    name: str
    score: Field
    share: Decimal
    reason: str
    result: str


@dataclass(frozen=True, slots=True)
class Held:
    """A deduction with position and digest of its report."""

    deduction: Deduction
    position: int
    digest: str


@dataclass
class Deductions:
    """The least and the greatest deductions of each reason and result (扣分索引).

    These suffice to find a report that differs, so that a folder in which all give one
    reason takes no longer than another.

    Attributes:
        extremes: By reason and result, then by year.
    """

    extremes: dict[tuple[str, str], dict[int | None, list[Held]]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, held: Held, year: int | None) -> None:
        """Add a deduction of a report of a year."""
        key = held.deduction.reason, held.deduction.result
        of_year = self.extremes[key]
        of_year[year] = _extreme([*of_year.get(year, ()), held])

    def farthest(self, own: Deduction, year: int | None, digest: str) -> Held | None:
        """The deduction of another report that differs most, None without others.

        Args:
            own: The deduction.
            year: The year of its report; None may be any year.
            digest: The digest of its report, which is left out.
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
    """The two least and two greatest: one of each may be of the checked report."""
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
    """Whether no formula determines the score: banded, or not computed."""
    return row.recomputed is None or row.band is not None
