from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.project_account import (
    GENERIC_PROJECTS,
    goals_text,
    is_described,
    names_text,
    overview_text,
)
from quanheng.audit.rule import Answer, Hit, Severity, Status, insufficient, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field
from quanheng.core.indicator import LevelTwo

_FEWEST_WORDS: Final = 2


@rule(
    code="IN305",
    name="content-unrelated-to-project",
    title=Words("目标或指标与项目无关", "Goal or indicator unrelated to the project"),
    message=Words(
        "“{name}”属于{topics}，项目名称、概况、计划和目标均未涉及，应核对",
        "“{name}” is about {topics}; project, overview, plan and goals are not",
    ),
    variants={
        "goal": Words(
            "年度目标涉及{topics}，但项目名称、概况和计划均未涉及，应核对",
            "the annual goal is about {topics}; project, overview and plan are not",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=("words.topics", "words.generic", GENERIC_PROJECTS),
    status=Status.PREVIEW,
)
def content_unrelated_to_project(dossier: Dossier) -> Iterator[Answer]:
    """A goal or an output belongs to another project (内容与项目无关).

    Why it matters:
        Rows copied from another project are scored for work that this one never did.

    What it leaves alone:
        Names and goals whose topic is not known, or that share one topic or one pair
        of characters with the project; quality, timeliness, cost, benefit and
        satisfaction; projects whose name fits any purpose (专项经费). An overview of
        fewer than 30 characters answers "insufficient data".

    Catalogue:
        Preview: a short overview leaves out honest side tasks. There must be no word
        in common at all; a low share of them is not enough.
    """
    project = dossier.project
    if not is_described(project, dossier.law):
        yield insufficient(
            "项目概况过短", "the overview says too little of the project"
        )
        return
    account = f"{names_text(project)}\n{overview_text(project)}"
    goal = project.goals.annual
    if goal is not None:
        yield from _goal(dossier, goal, account)
    yield from _rows(dossier, f"{account}\n{goals_text(project)}")


def _goal(dossier: Dossier, goal: Field, account: str) -> Iterator[Hit]:
    topics = dossier.subjects.mentions(goal.raw)
    if sum(topics.values()) < _FEWEST_WORDS or dossier.subjects.treats(
        goal.raw, account
    ):
        return
    says = {"topics": listed(topics)}
    yield Hit.on(goal, says, variant="goal")


def _rows(dossier: Dossier, account: str) -> Iterator[Hit]:
    for row in dossier.project.indicators:
        topics = dossier.subjects.mentions(row.title)
        if row.level_two is not LevelTwo.QUANTITY or not topics:
            continue
        if not dossier.subjects.treats(row.title, account):
            yield Hit.on(row.name, {"name": row.title, "topics": listed(topics)})
