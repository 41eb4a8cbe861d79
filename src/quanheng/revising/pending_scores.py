"""Scores left to a person in a filled-in workbook (待人工评分)."""

from collections.abc import Iterator, Sequence

from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.indicator import TO_JUDGE
from quanheng.core.report import Project, Report
from quanheng.core.source import Source
from quanheng.revising.amend import with_texts


def waits(score: Field | None) -> bool:
    """Whether a person has to set the score of a cell."""
    return score is not None and score.raw.strip() == TO_JUDGE


def without_pending_scores(report: Report) -> Report:
    """The report for printing, with pending scores blank."""
    waiting = [score for project in report.projects for score in _scores(project)]
    return with_texts(report, {id(score): "" for score in waiting})


def pending_score_notices(report: Report) -> Iterator[Words]:
    """The rows with pending scores, one sentence a project."""
    for project in report.projects:
        places = tuple(score.at for score in _scores(project))
        if places:
            rows = rows_of(places)
            yield Words(
                f"{rows.zh}无法自动计分，得分栏留空；请在“人工评分”列给分后重新输出",
                f"no formula gives the score of {rows.en}; it is left blank: set the"
                " points in the column 人工评分 and call again",
            )


def rows_of(places: Sequence[Source]) -> Words:
    """The rows of the places, else the places themselves."""
    if all(at.row for at in places):
        numbers = [str(at.row) for at in places]
        return Words(f"第{'、'.join(numbers)}行", f"rows {', '.join(numbers)}")
    return Words(
        "、".join(at.text("zh") for at in places),
        ", ".join(at.text("en") for at in places),
    )


def _scores(project: Project) -> Iterator[Field]:
    fields = [row.score for row in project.indicators]
    fields.append(project.budget.score if project.budget else None)
    yield from (field for field in fields if field is not None and waits(field))
