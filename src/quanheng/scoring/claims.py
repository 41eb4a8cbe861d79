"""What stated scores claim that the recomputed ones do not bear out (得分核对)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from quanheng.core.expression import Wording
from quanheng.core.field import filled
from quanheng.core.quantity import Dimension
from quanheng.core.report import Project
from quanheng.law.book import Law
from quanheng.scoring.execution_rate import budget_points
from quanheng.scoring.reading import Obstacle, quantity_of
from quanheng.scoring.scorecard import FULL_MARKS, RowScore
from quanheng.scoring.total import total

SCORE_TOLERANCE = "self_evaluation.score_tolerance"

EXECUTION_WEIGHT = "self_evaluation.execution_weight"

_WITHOUT_BASIS: Final = (
    Obstacle.TARGET_NOT_A_VALUE,
    Obstacle.ACTUAL_NOT_A_VALUE,
    Obstacle.DIMENSIONS_DIFFER,
    Obstacle.UNITS_DIFFER,
)


def is_full(row: RowScore) -> bool:
    """Whether a row states all of its points (满分)."""
    return row.weight is not None and row.weight > 0 and row.stated == row.weight


def off_by(row: RowScore, law: Law) -> Decimal | None:
    """Stated − recomputed of a row scored by formula, beyond the tolerance.

    None where nothing is off, where no formula applies, for the execution rate,
    which the budget rules speak about, and for a band, which fixes no score.
    """
    if row.is_execution or row.band is not None:
        return None
    if row.stated is None or row.recomputed is None:
        return None
    difference = row.stated - row.recomputed
    return difference if abs(difference) > law.number(SCORE_TOLERANCE) else None


def has_zero_target(row: RowScore) -> bool:
    """Whether the target is a quantity of zero or less (零值、负值目标)."""
    target = quantity_of(row.reading.target) if row.reading else None
    return target is not None and target.value <= 0


def is_full_though_missed(row: RowScore, law: Law) -> bool:
    """Whether all points are stated although the formula gives less (未达目标满分)."""
    return is_full(row) and not has_zero_target(row) and off_by(row, law) is not None


def is_reasoned_deduction(row: RowScore) -> bool:
    """Whether fewer points than computed are stated and the row gives a reason."""
    if row.indicator is None or row.stated is None or row.recomputed is None:
        return False
    return row.stated < row.recomputed and filled(row.indicator.reason)


def is_full_without_basis(row: RowScore) -> bool:
    """Whether all points are stated on values that can't be compared (无依据满分).

    Not meant: a word as 已完成 for a number or a date, and two units of counting
    (份, 册). What is wrong with such values is said about the values themselves.
    """
    if row.reading is None or row.is_execution or not is_full(row):
        return False
    if row.obstacle not in _WITHOUT_BASIS:
        return False
    if row.obstacle is Obstacle.ACTUAL_NOT_A_VALUE:
        return not isinstance(row.reading.actual, Wording)
    return row.obstacle is not Obstacle.UNITS_DIFFER or not _both_count(row)


def _both_count(row: RowScore) -> bool:
    if row.reading is None:
        return False
    target, actual = quantity_of(row.reading.target), quantity_of(row.reading.actual)
    return all(
        quantity is not None and quantity.unit.dimension is Dimension.COUNT
        for quantity in (target, actual)
    )


def stated_sums(
    project: Project, rows: Sequence[RowScore], law: Law
) -> tuple[Decimal, ...]:
    """What the stated scores may add up to; nothing when one of them is missing.

    Over a 90-point base without a row for the execution rate, its points by the
    budget table may or may not be counted in; the sum without them leads.
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
