"""The result of a formula: a score or the reason for none (计算结果)."""

from dataclasses import dataclass
from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain, rounded
from quanheng.law.book import Law
from quanheng.scoring.reading import Obstacle

SCORE_DECIMALS = "self_evaluation.score_decimals"


@dataclass(frozen=True, slots=True)
class Result:
    """The result of a formula (计算结果).

    Attributes:
        score: The score, None when not computable.
        completion: Completion in percent, to 0.01; None where there is none.
        steps: The steps of the computation.
        law: The parameters used.
        band: Lowest and highest score of a qualitative answer.
        obstacle: Why there is no score; None exactly when there is one.
        unrounded: The score before rounding, where a formula divides.
    """

    score: Decimal | None
    completion: Decimal | None = None
    steps: tuple[Words, ...] = ()
    law: tuple[str, ...] = ()
    band: tuple[Decimal, Decimal] | None = None
    obstacle: Obstacle | None = None
    unrounded: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A target and an actual in one unit, with the points at stake (对照).

    Attributes:
        target: Target in ``unit``.
        actual: Actual in ``unit``.
        weight: Points of the row.
        unit: Symbol of the common unit, empty for bare numbers.
        strict: Whether equality misses the target (> and <).
    """

    target: Decimal
    actual: Decimal
    weight: Decimal
    unit: str = ""
    strict: bool = False

    @property
    def target_text(self) -> str:
        """The target with its unit."""
        return f"{plain(self.target)}{self.unit}"

    @property
    def actual_text(self) -> str:
        """The actual with its unit."""
        return f"{plain(self.actual)}{self.unit}"


def points(value: Decimal, weight: Decimal, law: Law) -> Decimal:
    """Round half up to the set decimals, kept within 0 and the weight."""
    places = int(law.number(SCORE_DECIMALS))
    return min(max(rounded(value, places), Decimal(0)), weight)
