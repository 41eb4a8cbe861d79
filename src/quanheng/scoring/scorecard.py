"""The stated and the recomputed scores of a project (计分表)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget
from quanheng.core.field import Field, filled, text_of
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Dimension
from quanheng.core.report import Project
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.law.book import Law
from quanheng.scoring.budget.execution_rate import budget_points, execution_points
from quanheng.scoring.formulas.evaluate import evaluate
from quanheng.scoring.formulas.obstacles import AMOUNTS_MISSING, WEIGHT_MISSING
from quanheng.scoring.formulas.result import Result
from quanheng.scoring.reading import Obstacle, RowReading, quantity_of, read_row
from quanheng.scoring.total import confirmed, grade_of, not_computable, total

WEIGHT_TOLERANCE: Final = "self_evaluation.weight_tolerance"
FULL_MARKS: Final = Decimal(100)
MONEY_LINE: Final = "预算执行率"
"""Name of the points in the national form's budget block, which has no indicator."""
NOT_APPLICABLE = "words.not_applicable"


@dataclass(frozen=True, slots=True)
class RowScore:
    """One row's score, recomputed (单项得分).

    Attributes:
        name: Level-three name; 预算执行率 for the budget block of the national form.
        indicator: The row; None for that budget block.
        reading: Its cells read together; None for that budget block.
        weight: Its points; None when blank, unreadable or negative.
        score: The cell of the stated score; None where the form has none.
        stated: The score as written, None when blank or unreadable.
        recomputed: The score by formula, to 0.01; None when not computable.
        completion: Completion in percent, None where there is none.
        band: Lowest and highest score of a qualitative answer, else None; the
            recomputed score is then the stated one inside the band, else the
            nearest limit.
        obstacle: Why it is not computable.
        steps: The computation in words; never empty.
        law: The parameters used.
        unrounded: The score before rounding, where a formula divides.
    """

    name: str
    indicator: Indicator | None
    reading: RowReading | None
    weight: Decimal | None
    score: Field | None
    stated: Decimal | None
    recomputed: Decimal | None
    completion: Decimal | None
    band: tuple[Decimal, Decimal] | None
    obstacle: Obstacle | None
    steps: tuple[Words, ...]
    law: tuple[str, ...]
    unrounded: Decimal | None = None

    @property
    def is_execution(self) -> bool:
        """Whether these are the points of the execution rate."""
        return self.indicator is None or self.indicator.is_execution

    @property
    def at(self) -> Source:
        """The score's cell, else the row."""
        if self.score is not None:
            return self.score.at
        return self.indicator.at if self.indicator else WHOLE_FILE


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A project's scores (计分表).

    Attributes:
        rows: One a scored row, in printed order.
        readings: Every row of the main table, read; those that are not scored too.
        stated_total: The total as written.
        stated_grade: The grade as written.
        confirmed: Sum of the recomputed scores.
        not_computable: Sum of the weights of the rows without one.
        total: ``confirmed`` when every row could be computed, else None.
        grade: Grade of ``total`` by the law (优 良 中 差); None without a total and
            where the weights don't add up to 100, as the bounds are out of 100.
    """

    rows: tuple[RowScore, ...]
    readings: tuple[RowReading, ...]
    stated_total: Decimal | None
    stated_grade: str | None
    confirmed: Decimal
    not_computable: Decimal
    total: Decimal | None
    grade: str | None


def score_project(
    project: Project, law: Law, readings: tuple[RowReading, ...] | None = None
) -> Scorecard:
    """Recompute every score of a project.

    The budget block of the national form is the first row, unless an indicator row has
    the execution rate. Rows that are not scored are left out.

    Args:
        project: The project.
        law: The parameters that apply to it.
        readings: Its rows if already read; no version of the law changes them.
    """
    if readings is None:
        year = project.evaluation_year
        readings = tuple(read_row(row, law, year) for row in project.indicators)
    rows = tuple(_rows(project.budget, readings, law))
    scores = [row.recomputed for row in rows]
    reached = total(scores)
    return Scorecard(
        rows=rows,
        readings=readings,
        stated_total=project.total.number if project.total else None,
        stated_grade=project.grade.raw if project.grade and project.grade.raw else None,
        confirmed=confirmed(scores),
        not_computable=not_computable((row.weight, row.recomputed) for row in rows),
        total=reached,
        grade=grade_of(reached, law)
        if reached is not None and _is_whole(rows, law)
        else None,
    )


def _is_whole(rows: tuple[RowScore, ...], law: Law) -> bool:
    given = total(row.weight for row in rows)
    tolerance = law.number(WEIGHT_TOLERANCE)
    return given is not None and abs(given - FULL_MARKS) <= tolerance


def _rows(
    budget: Budget | None, readings: tuple[RowReading, ...], law: Law
) -> Iterator[RowScore]:
    scored = [row for row in readings if is_scored(row.indicator, law)]
    has_row = any(row.indicator.is_execution for row in scored)
    if budget and _has_points(budget) and not has_row:
        yield _money_line(budget, law)
    for reading in scored:
        yield _row(reading, budget, law)


def _has_points(budget: Budget) -> bool:
    return filled(budget.weight) or filled(budget.score)


def _money_line(budget: Budget, law: Law) -> RowScore:
    weight = _points(budget.weight)
    if weight is None:
        result = WEIGHT_MISSING
    else:
        result = budget_points(budget, weight, law) or AMOUNTS_MISSING
    return _scored(MONEY_LINE, None, None, weight, budget.score, result)


def _row(reading: RowReading, budget: Budget | None, law: Law) -> RowScore:
    indicator = reading.indicator
    weight, stated = _points(indicator.weight), _number(indicator.score)
    if weight is None:
        result = WEIGHT_MISSING
    else:
        result = (
            _execution(reading, budget, weight, law) if indicator.is_execution else None
        ) or evaluate(reading, weight, stated, law)
    return _scored(
        indicator.name.raw, indicator, reading, weight, indicator.score, result
    )


def _execution(
    reading: RowReading, budget: Budget | None, weight: Decimal, law: Law
) -> Result | None:
    """By the budget table, else by the rate in the row itself, else None."""
    by_table = budget_points(budget, weight, law) if budget else None
    if by_table is not None:
        return by_table
    actual = quantity_of(reading.actual)
    is_rate = actual is not None and actual.unit.dimension is Dimension.RATE
    if actual is None or not is_rate or reading.slip:
        return None
    return execution_points(actual.base_value, weight, law)


def _scored(
    name: str,
    indicator: Indicator | None,
    reading: RowReading | None,
    weight: Decimal | None,
    score: Field | None,
    result: Result,
) -> RowScore:
    return RowScore(
        name=name,
        indicator=indicator,
        reading=reading,
        weight=weight,
        score=score,
        stated=_number(score),
        recomputed=result.score,
        completion=result.completion,
        band=result.band,
        obstacle=result.obstacle,
        steps=result.steps,
        law=result.law,
        unrounded=result.unrounded,
    )


def _number(field: Field | None) -> Decimal | None:
    return field.number if field else None


def _points(field: Field | None) -> Decimal | None:
    """A weight of zero or more."""
    number = _number(field)
    return number if number is not None and number >= 0 else None


def is_scored(indicator: Indicator, law: Law) -> bool:
    """Whether a row takes part in the scoring.

    A row without weight and score is a sub-row (其中：…) or in a form without scoring.
    A row marked 不适用 is scored only where it has a score.
    """
    score = indicator.score
    if score is not None and score.number is not None:
        return True
    if not filled(indicator.weight) and not filled(score):
        return False
    marks = law.words(NOT_APPLICABLE)
    cells = (indicator.weight, indicator.target, indicator.actual, score)
    notes = (text_of(cell) for cell in (*cells, indicator.reason))
    return not any(note.startswith(marks) for note in notes)
