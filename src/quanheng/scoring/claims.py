"""Stated scores checked against the recomputed ones (得分核对)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.expression import Blank, Several, Wording
from quanheng.core.field import Field, filled
from quanheng.core.quantity import Quantity
from quanheng.core.report import Project
from quanheng.core.source import Source
from quanheng.law.book import Law
from quanheng.scoring.budget.execution_rate import budget_points
from quanheng.scoring.reading import Obstacle, RowReading, quantity_of
from quanheng.scoring.scorecard import FULL_MARKS, RowScore
from quanheng.scoring.total import total
from quanheng.scoring.units import conflict_of

SCORE_TOLERANCE: Final = "self_evaluation.score_tolerance"
EXECUTION_WEIGHT: Final = "self_evaluation.execution_weight"


@dataclass(frozen=True, slots=True)
class Claim:
    """The stated score of an indicator row with its basis (所填得分).

    Attributes:
        row: The recomputed row.
        reading: Its target and actual.
        cell: The cell of the stated score.
        weight: Its points.
        stated: The stated score.
    """

    row: RowScore
    reading: RowReading
    cell: Field
    weight: Decimal
    stated: Decimal

    @property
    def at(self) -> Source:
        """The place of the stated score."""
        return self.cell.at

    @property
    def is_full(self) -> bool:
        """Whether all points are claimed (满分)."""
        return is_full(self.row)

    @property
    def is_within_weight(self) -> bool:
        """Whether the score lies between zero and the weight."""
        return 0 <= self.stated <= self.weight

    @property
    def has_zero_target(self) -> bool:
        """Whether the target is a quantity of zero or less (零值、负值目标)."""
        target = quantity_of(self.reading.target)
        return target is not None and target.value <= 0

    @property
    def is_full_without_basis(self) -> bool:
        """Whether all points are claimed on values that can't be compared (无依据满分).

        Exceptions: an actual that repeats the target; words or nothing beside an empty
        target; a word such as 已完成 for a number or a date; several targets in one
        cell; related units (份, 册) and values in another unit. Other rules report
        those values.
        """
        obstacle, target = self.row.obstacle, self.reading.target
        actual = self.reading.actual
        if not self.is_full or target.raw == actual.raw:
            return False
        match obstacle:
            case Obstacle.TARGET_MISSING | Obstacle.ACTUAL_NOT_A_VALUE:
                return not isinstance(actual, Wording | Blank)
            case Obstacle.TARGET_NOT_A_VALUE:
                return not isinstance(target, Several)
            case Obstacle.DIMENSIONS_DIFFER | Obstacle.UNITS_DIFFER:
                return not _are_near(quantity_of(target), quantity_of(actual))
            case _:
                return False

    def due(self, law: Law) -> Decimal | None:
        """The recomputed score where the stated one differs, else None.

        None within the tolerance, and for an answer, which opens a band only.
        """
        computed = self.row.recomputed
        if computed is None or self.row.band is not None:
            return None
        is_off = abs(self.stated - computed) > law.number(SCORE_TOLERANCE)
        return computed if is_off else None

    def is_full_though_missed(self, law: Law) -> bool:
        """Whether all points are claimed although the formula gives less."""
        return self.is_full and not self.has_zero_target and self.due(law) is not None

    def is_reasoned_deduction(self, due: Decimal) -> bool:
        """Whether less than the due score is claimed and the row gives a reason."""
        return self.stated < due and filled(self.reading.indicator.reason)


def is_full(row: RowScore) -> bool:
    """Whether a row states all of its points (满分)."""
    return row.weight is not None and row.stated == row.weight > 0


def claims(rows: Sequence[RowScore]) -> Iterator[Claim]:
    """The stated scores that can be checked, without the execution rate.

    The points of the execution rate are checked with the budget table.
    """
    for row in rows:
        if row.reading is None or row.score is None or row.is_execution:
            continue
        if row.weight is not None and row.stated is not None:
            yield Claim(row, row.reading, row.score, row.weight, row.stated)


def _are_near(target: Quantity | None, actual: Quantity | None) -> bool:
    """Whether two units differ without contradicting each other."""
    if target is None or actual is None or target.unit == actual.unit:
        return False
    return conflict_of(target.unit, actual.unit) is None


def stated_sums(
    project: Project, rows: Sequence[RowScore], law: Law
) -> tuple[Decimal, ...]:
    """The possible sums of the stated scores; none when a score is missing.

    With 90 points and no row for the execution rate, the sum may include its points by
    the budget table; the sum without them comes first.
    """
    summed = total(row.stated for row in rows)
    if summed is None:
        return ()
    apart = _execution_apart(project, rows, law)
    return (summed,) if apart is None else (summed, summed + apart)


def _execution_apart(
    project: Project, rows: Sequence[RowScore], law: Law
) -> Decimal | None:
    if project.budget is None or any(row.is_execution for row in rows):
        return None
    points = law.number(EXECUTION_WEIGHT)
    given = total(row.weight for row in rows)
    if given is None or given + points > FULL_MARKS:
        return None
    result = budget_points(project.budget, points, law)
    return result.score if result else None
