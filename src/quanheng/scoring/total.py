"""Sums of a scorecard (总分)."""

from collections.abc import Iterable
from decimal import Decimal


def confirmed(scores: Iterable[Decimal | None]) -> Decimal:
    """The sum of the scores that could be recomputed (可确认得分)."""
    return sum((score for score in scores if score is not None), Decimal(0))


def not_computable(rows: Iterable[tuple[Decimal | None, Decimal | None]]) -> Decimal:
    """The points of the rows without a score (无法计算的分值).

    Args:
        rows: Weight and recomputed score of each row; an unknown weight adds nothing.
    """
    return sum(
        (weight for weight, score in rows if score is None and weight is not None),
        Decimal(0),
    )


def total(scores: Iterable[Decimal | None]) -> Decimal | None:
    """The total (总分); None when a score is missing or there is no row."""
    known = tuple(scores)
    if not known or any(score is None for score in known):
        return None
    return confirmed(known)
