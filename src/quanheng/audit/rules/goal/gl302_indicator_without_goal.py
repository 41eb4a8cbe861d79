from collections.abc import Iterator

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
from quanheng.core.indicator import Indicator, LevelOne, LevelTwo


@rule(
    code="GL302",
    name="indicator-without-goal",
    title=Words("指标在绩效目标中无对应内容", "Indicator without a goal"),
    message=Words(
        "“{name}”（{topics}）在绩效目标、实施计划和项目概况中无对应内容，应核对",
        "goals, plan and overview do not speak of what “{name}” ({topics}) measures",
    ),
    severity=Severity.INFO,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=("words.topics", "words.generic", GENERIC_PROJECTS),
    status=Status.PREVIEW,
    judges_whole=True,
    needs_indicators=True,
)
def indicator_without_goal(dossier: Dossier) -> Iterator[Answer]:
    """An indicator measures what no goal, plan or overview mentions (指标无目标).

    Why it matters:
        An indicator without a goal was chosen because it was easy to reach.

    What it leaves alone:
        Cost, satisfaction, execution, quality and timeliness; names whose topic is
        not known, or that share a topic or a word with the goals; an output foreign
        to the whole project, which IN305 reports.

    Catalogue:
        Preview: the topics come from a word list, and a benefit in other words than
        the goal (带动增收 for 促进就业) is honest.
    """
    project = dossier.project
    goals = goals_text(project)
    if not goals.strip() or not is_described(project, dossier.law):
        yield insufficient(
            "绩效目标或项目概况过短", "the goals or the overview say too little"
        )
        return
    account = f"{goals}\n{overview_text(project)}"
    for row in project.indicators:
        topics = dossier.subjects.mentions(row.title)
        if topics and _lacks_goal(dossier, row, account):
            yield Hit.on(row.name, {"name": row.title, "topics": listed(topics)})


def _lacks_goal(dossier: Dossier, row: Indicator, account: str) -> bool:
    if dossier.subjects.treats(row.title, account):
        return False
    if row.level_one is LevelOne.BENEFIT:
        return True
    is_output = row.level_two is LevelTwo.QUANTITY
    return is_output and dossier.subjects.treats(row.title, names_text(dossier.project))
