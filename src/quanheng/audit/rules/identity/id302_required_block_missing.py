import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Hit,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget
from quanheng.core.field import Field, filled
from quanheng.core.report import Project, TableShape

_MONEY_IN_TEXT: Final = re.compile(
    r"(?:预算|资金|支出|到位|执行|投入)[^。；]{0,12}?\d[\d,.，]*\s*(?:亿|万)?元"
)
_GOAL_HEADING: Final = re.compile(r"目标")


@rule(
    code="ID302",
    name="required-block-missing",
    title=Words("必填内容整块缺失", "A required block is missing"),
    message=Words("未填报预算，应补充完整", "the budget is missing as a whole"),
    variants={
        "goals": Words(
            "未填报绩效目标，应补充完整", "the goals are missing as a whole"
        ),
        "indicators": Words(
            "未填报绩效指标，应补充完整", "the indicators are missing as a whole"
        ),
        "scores": Words("未填报得分，应补充完整", "the scores are missing as a whole"),
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第二十五条"), ("财预〔2020〕10号", "附1 自评表")),
    judges_whole=True,
)
def required_block_missing(dossier: Dossier) -> Iterator[Answer]:
    """A whole block (预算、目标、指标、得分) of the form is missing.

    Why it matters:
        What is not there can't be checked, and the form is sent back for it.

    What it leaves alone:
        A narrative without any table, which goes with a separate form; a form without
        a score column, such as a declaration of targets, and such a declaration
        without a place for money. A block that is there and can't be read answers
        "insufficient data".
    """
    project = dossier.project
    if not _has_form(project):
        yield not_applicable("仅有文字报告，无自评表", "a narrative without a form")
        return
    yield from _budget(project)
    yield from _goals(project)
    if not project.indicators:
        yield _missing("indicators", project)
        return
    scores = [row.score for row in project.indicators if row.score is not None]
    if scores and not any(filled(score) for score in scores):
        yield _missing("scores", project, scores[0])


def _has_form(project: Project) -> bool:
    """Whether the file holds a form, and not just indicators in sentences."""
    table = project.table
    is_printed = table is not None and table.shape is not TableShape.LINES
    return project.budget is not None or is_printed


def _missing(variant: str, project: Project, place: Field | None = None) -> Hit:
    place = place or project.head
    return Hit.on(place, variant=variant)


def _budget(project: Project) -> Iterator[Answer]:
    budget = project.budget or Budget()
    if any(budget.amount(row, column) is not None for row, column in budget.cells):
        return
    if any(filled(cell) for cell in budget.cells.values()) or any(
        _MONEY_IN_TEXT.search(paragraph.raw) for paragraph in project.paragraphs()
    ):
        yield insufficient("预算金额无法识别", "the budget can't be read")
        return
    if not budget.cells and not _is_of_results(project):
        return
    yield _missing("", project, next(iter(budget.cells.values()), None))


def _is_of_results(project: Project) -> bool:
    """Whether the form has a column for results, which a plan has not."""
    rows = project.indicators
    return not rows or any(row.actual or row.score for row in rows)


def _goals(project: Project) -> Iterator[Answer]:
    goals = (project.goals.annual, project.goals.period, project.goals.actual)
    if any(filled(goal) for goal in goals):
        return
    if any(
        _GOAL_HEADING.search(section.heading.raw) and section.paragraphs
        for section in project.sections
    ):
        yield insufficient("绩效目标无法识别", "the goals can't be recognised")
        return
    yield _missing("goals", project, next((g for g in goals if g), None))
