"""Rows that lost points, and their reasons (扣分与偏差原因)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.core.field import Field, filled, text_of
from quanheng.core.indicator import Indicator
from quanheng.core.report import Chapter, Project
from quanheng.language.clauses import sentences
from quanheng.language.similarity import bare
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.claims import SCORE_TOLERANCE
from quanheng.scoring.scorecard import RowScore

NO_DEVIATION: Final = "words.no_deviation"
EXPLAINING: Final = (Chapter.ANALYSIS, Chapter.PROBLEMS, Chapter.MEASURES)
"""The chapters that explain shortfalls."""
_BOXES: Final = ("偏差", "偏离", "原因", "问题")


@dataclass(frozen=True, slots=True)
class Loss:
    """An indicator row whose stated score is below its weight (扣分).

    Attributes:
        indicator: The row.
        score: The cell of the stated score.
        weight: Its points.
        stated: The stated score.
        reason: The reason; empty for an empty mark or a denial such as 无偏差.
        is_due: Whether the formula gives the lost points, so that the score is wrong,
            not the reason.
    """

    indicator: Indicator
    score: Field
    weight: Decimal
    stated: Decimal
    reason: str
    is_due: bool

    @property
    def lost(self) -> Decimal:
        """The points that were taken off."""
        return self.weight - self.stated

    @property
    def cell(self) -> Field:
        """The reason's cell, else that of the score."""
        return self.indicator.reason or self.score


def losses(rows: Sequence[RowScore], law: Law) -> Iterator[Loss]:
    """The indicator rows that lost more points than the tolerance."""
    tolerance = law.number(SCORE_TOLERANCE)
    for row in rows:
        if row.indicator is None or row.score is None:
            continue
        if row.weight is None or row.stated is None or row.stated < 0:
            continue
        if row.weight - row.stated > tolerance:
            yield Loss(
                indicator=row.indicator,
                score=row.score,
                weight=row.weight,
                stated=row.stated,
                reason=reason_of(row.indicator, law),
                is_due=_is_due(row, tolerance),
            )


def reason_of(row: Indicator, law: Law) -> str:
    """The stated reason of a row; empty for 无偏差 and the like."""
    if not filled(row.reason):
        return ""
    text = text_of(row.reason)
    return "" if bare(text) in law.words(NO_DEVIATION) else text


def _is_due(row: RowScore, tolerance: Decimal) -> bool:
    if row.recomputed is None or row.stated is None or row.band is not None:
        return False
    return row.recomputed - row.stated > tolerance


def is_explained_elsewhere(
    dossier: Dossier,
    title: str,
    words: Collection[str],
    chapters: tuple[Chapter, ...] = EXPLAINING,
) -> bool:
    """Whether a sentence outside the table is about a row and has one of the words.

    It may be in the chapters, the stated outcome, or a cell of the form for deviations
    or problems.
    """
    project = dossier.project
    name = text_of(project.name)
    return any(
        any_of(words, sentence) and dossier.subjects.singles_out(title, sentence, name)
        for text in _explanations(project, chapters)
        for sentence in sentences(text)
    )


def _explanations(project: Project, chapters: tuple[Chapter, ...]) -> Iterator[str]:
    for paragraph in project.paragraphs(*chapters):
        yield paragraph.raw
    yield text_of(project.goals.actual)
    for remark in project.remarks:
        if any_of(_BOXES, remark.label.raw):
            yield remark.text.raw
