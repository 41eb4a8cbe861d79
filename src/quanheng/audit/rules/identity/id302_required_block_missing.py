"""ID302 required-block-missing (必填内容整块缺失)."""

import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Hit,
    Insufficient,
    NotApplicable,
    Severity,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.budget import Budget
from quanheng.core.field import Field, filled
from quanheng.core.report import Project

_MONEY_IN_TEXT: Final = re.compile(
    r"(?:预算|资金|支出|到位|执行|投入)[^。；]{0,12}?\d[\d,.，]*\s*(?:亿|万)?元"
)
_GOAL_HEADING: Final = re.compile(r"目标")


@rule(
    code="ID302",
    name="required-block-missing",
    title=Words("必填内容整块缺失", "A required block is missing"),
    message=Words(
        "没有填报{block}，应补充完整", "the block {block} holds no value at all"
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第二十五条"), ("财预〔2020〕10号", "附1 自评表")),
)
def required_block_missing(dossier: Dossier) -> Iterator[Answer]:
    """Budget, goals, indicators or scores (预算、目标、指标、得分) are missing as a whole.

    Why it matters:
        What is not there can't be checked, and the form is sent back for it.

    What it leaves alone:
        A narrative without any table, which goes with a separate form; a form
        without a score column, such as a declaration of targets. A block that is
        there and can't be read answers "insufficient data".
    """
    project = dossier.project
    if project.budget is None and project.table is None:
        yield NotApplicable(
            Words("只有文字报告，没有自评表", "a narrative without a form")
        )
        return
    yield from _budget(project)
    yield from _goals(project)
    if not project.indicators:
        yield _missing("绩效指标", project)
        return
    scores = [row.score for row in project.indicators if row.score is not None]
    if scores and not any(filled(score) for score in scores):
        yield _missing("得分", project, scores[0])


def _missing(block: str, project: Project, place: Field | None = None) -> Hit:
    place = place or project.name or Field("", project.at)
    return Hit(at=place.at, quote=place.raw, says={"block": block})


def _budget(project: Project) -> Iterator[Answer]:
    budget = project.budget or Budget()
    if any(budget.amount(row, column) is not None for row, column in budget.cells):
        return
    if any(filled(cell) for cell in budget.cells.values()) or any(
        _MONEY_IN_TEXT.search(paragraph.raw) for paragraph in project.paragraphs()
    ):
        yield Insufficient(Words("预算无法读取", "the budget can't be read"))
        return
    yield _missing("预算", project, next(iter(budget.cells.values()), None))


def _goals(project: Project) -> Iterator[Answer]:
    goals = (project.goals.annual, project.goals.period, project.goals.actual)
    if any(filled(goal) for goal in goals):
        return
    if any(
        _GOAL_HEADING.search(section.heading.raw) and section.paragraphs
        for section in project.sections
    ):
        yield Insufficient(Words("目标无法识别", "the goals can't be recognised"))
        return
    yield _missing("绩效目标", project, next((g for g in goals if g), None))
