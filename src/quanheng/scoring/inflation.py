"""Signs of inflated scores in a whole report (抬高分数的迹象)."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from quanheng.core.field import filled
from quanheng.core.indicator import LevelOne
from quanheng.core.quantity import Dimension
from quanheng.core.report import Chapter, Project
from quanheng.law.book import Law
from quanheng.scoring.claims import Claim, is_full
from quanheng.scoring.reading import Obstacle, RowReading, is_in_words, quantity_of
from quanheng.scoring.scorecard import FULL_MARKS, RowScore, Scorecard
from quanheng.scoring.total import total

NO_PROBLEM = "words.no_problem"
FEWEST_COMPARED = 4


def are_all_full(scorecard: Scorecard) -> bool:
    """Whether every row states all of its points and the total is 100."""
    rows = scorecard.rows
    stated = scorecard.stated_total
    reached = stated if stated is not None else total(row.stated for row in rows)
    return reached == FULL_MARKS and all(map(is_full, rows))


def is_soft(row: RowScore, law: Law) -> bool:
    """Whether a row depends on words or opinion: a text target, satisfaction."""
    if row.reading is None:
        return False
    is_opinion = row.reading.indicator.level_one is LevelOne.SATISFACTION
    return is_opinion or is_in_words(row.reading.target, law)


def lists_problems(project: Project, law: Law) -> bool:
    """Whether the chapter on problems names any."""
    none = law.words(NO_PROBLEM)
    return any(
        filled(paragraph) and paragraph.raw.strip(" 。.") not in none
        for paragraph in project.paragraphs(Chapter.PROBLEMS)
    )


def is_every_actual_its_target(rows: Sequence[RowScore]) -> bool:
    """Whether at least four compared rows all have exactly their target value.

    Not where all targets are 100%, which can't be exceeded.
    """
    pairs = list(_compared(rows))
    if len(pairs) < FEWEST_COMPARED:
        return False
    if all(target == FULL_MARKS for target, _ in pairs):
        return False
    return all(target == actual for target, actual in pairs)


def is_all_or_nothing(reading: RowReading) -> bool:
    """Whether a target of 100% or of zero is met exactly or not at all."""
    wanted = quantity_of(reading.target)
    if wanted is None or wanted.value == 0:
        return True
    is_rate = wanted.unit.dimension is Dimension.RATE
    return is_rate and wanted.base_value == FULL_MARKS


def has_rate_without_basis(claim: Claim) -> bool:
    """Whether a completion rate is stated beside values that can't be compared."""
    completion = claim.reading.indicator.completion
    return claim.is_full_without_basis and filled(completion)


def has_rate_of_other_unit(claim: Claim) -> bool:
    """Whether that rate can only come from the bare numbers of two units."""
    differ = claim.row.obstacle is Obstacle.UNITS_DIFFER
    return differ and has_rate_without_basis(claim)


def _compared(rows: Sequence[RowScore]) -> Iterator[tuple[Decimal, Decimal]]:
    """Target and actual of each compared row in one unit."""
    for row in rows:
        if row.reading is None or row.reading.obstacle is not None:
            continue
        target, actual = (
            quantity_of(row.reading.target),
            quantity_of(row.reading.actual),
        )
        if target is not None and actual is not None:
            yield target.value, (actual.to(target.unit) or actual).value
