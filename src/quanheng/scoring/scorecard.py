"""All scores of a project, recomputed beside the stated ones (计分表)."""

from dataclasses import dataclass
from decimal import Decimal

from quanheng.core.indicator import Indicator
from quanheng.core.report import Project
from quanheng.law.book import Law
from quanheng.scoring.grade import grade_of
from quanheng.scoring.reading import Obstacle, RowReading
from quanheng.scoring.row import RowScore, is_scored, score_budget, score_row
from quanheng.scoring.total import confirmed, not_computable, total_of
from quanheng.scoring.trace import Step


@dataclass(frozen=True, slots=True)
class RowScore:
    """One row's score, recomputed (单项得分).

    Attributes:
        name: Level-three name; 预算执行率 for the money line of the national form.
        indicator: The row; None for that money line.
        reading: Its cells read together; None for that money line.
        weight: Its points.
        stated: The score as written, None when blank or unreadable.
        recomputed: The score by formula, to 0.01; None when not computable.
        completion: Completion in percent, None where there is none.
        band: Lowest and highest score of a qualitative answer, else None; the
            recomputed score is then the stated one inside the band, else the
            nearest limit.
        obstacle: Why it is not computable.
        steps: The computation in words; never empty.
        law: Parameters that it used.
    """

    name: str
    indicator: Indicator | None
    reading: RowReading | None
    weight: Decimal | None
    stated: Decimal | None
    recomputed: Decimal | None
    completion: Decimal | None
    band: tuple[Decimal, Decimal] | None
    obstacle: Obstacle | None
    steps: tuple[Step, ...]
    law: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A project's scores (计分表).

    Attributes:
        rows: One a scored row, in printed order.
        stated_total: The total as written.
        stated_grade: The grade as written.
        confirmed: Sum of the recomputed scores.
        not_computable: Sum of the weights of the rows without one.
        total: ``confirmed`` when every row could be computed, else None.
        grade: Grade of ``total`` by the law (优 良 中 差), else None.
    """

    rows: tuple[RowScore, ...]
    stated_total: Decimal | None
    stated_grade: str | None
    confirmed: Decimal
    not_computable: Decimal
    total: Decimal | None
    grade: str | None


def score_project(project: Project, law: Law) -> Scorecard:
    """Recompute every score of a project.

    The money line of the national form is the first row; it is left out where an
    indicator row carries the same points. Rows that are not scored are left out,
    see :func:`is_scored`.
    """
    rows = tuple(_rows(project, law))
    total = sum_of_scores(rows)
    return Scorecard(
        rows=rows,
        stated_total=project.total.number if project.total else None,
        stated_grade=project.grade.raw if filled(project.grade) else None,
        confirmed=confirmed(rows),
        not_computable=not_computable(rows),
        total=total,
        grade=None if total is None else grade_of(total, law),
    )


def is_scored(indicator: Indicator, law: Law) -> bool:
    """Whether a row takes part in the scoring (计分行).

    A row without weight and without score is a sub-row (其中：…) or belongs to a
    form that is not scored. A row marked 不适用 that claims no points is not scored
    either; with a score it is.
    """
    if filled(indicator.score):
        return True
    if not filled(indicator.weight):
        return False
    marks = law.words(NOT_APPLICABLE)
    cells = (indicator.target, indicator.actual, indicator.reason, indicator.score)
    return not any(text_of(cell).startswith(marks) for cell in cells)
