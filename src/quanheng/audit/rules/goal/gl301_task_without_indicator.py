from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field, text_of
from quanheng.core.indicator import Indicator
from quanheng.language.clauses import clauses, items
from quanheng.language.patterns.figures import figures
from quanheng.language.words import any_of

MANAGEMENT: Final = "words.management_tasks"
CATCH_ALL: Final = "words.catch_all_indicators"
OTHER_FUNDS: Final = "words.other_funds"
_SHOWN: Final = 20


@rule(
    code="GL301",
    name="task-without-indicator",
    title=Words(
        "计划任务或目标内容无对应指标", "Planned task or goal content without indicator"
    ),
    message=Words(
        "计划任务“{task}”（{topics}）无对应的三级指标，应设置指标反映其完成情况",
        "no indicator measures the planned task “{task}” ({topics}); one should",
    ),
    variants={
        "goal": Words(
            "年度目标“{task}”（{topics}）无对应的三级指标，应设置指标反映其完成情况",
            "no indicator measures the annual goal “{task}” ({topics}); one should",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(MANAGEMENT, CATCH_ALL, OTHER_FUNDS, "words.topics", "words.generic"),
    judges_whole=True,
)
def task_without_indicator(dossier: Dossier) -> Iterator[Answer]:
    """A planned task, or a quantified goal, has no indicator (任务无对应指标).

    Why it matters:
        What no indicator measures can be left undone at full marks.

    What it leaves alone:
        Tasks of management; tasks paid from other funds; tasks named in other words
        of the same topic; reports with an indicator for all tasks together; tasks that
        another report of the unit measures, where its reports were handed over.

    Catalogue:
        Only tasks whose topic is known, and none of whose words is in any indicator,
        are reported: a topic unknown to the word list is no fault.
    """
    project = dossier.project
    rows = [row for row in project.indicators if not row.is_execution]
    tasks = list(_tasks(project.overview.plan, project.goals.annual))
    if not rows or not tasks:
        yield not_applicable(
            "无分项任务或指标表", "there are no listed tasks or no indicators"
        )
        return
    measured = "\n".join(map(_meaning, rows))
    if any_of(dossier.law.words(CATCH_ALL), measured):
        return
    reported: set[str] = set()
    for field, variant, head, text in tasks:
        topics = dossier.subjects.mentions(text)
        if not topics or reported.issuperset(topics) or _is_exempt(dossier, head, text):
            continue
        if not dossier.subjects.treats(text, measured) and not any(
            dossier.subjects.treats(text, other)
            for other in _measured_elsewhere(dossier)
        ):
            reported |= topics.keys()
            yield Hit.on(
                field,
                {"task": head[:_SHOWN], "topics": listed(topics)},
                variant=variant,
            )


def _measured_elsewhere(dossier: Dossier) -> Iterator[str]:
    """What the other reports of the unit measure."""
    for peer in dossier.peers.of_unit(dossier.project):
        yield "\n".join(map(_meaning, peer.project.indicators))


def _meaning(row: Indicator) -> str:
    return f"{row.name.raw}，{text_of(row.target)}，{text_of(row.actual)}"


def _tasks(
    plan: Field | None, goal: Field | None
) -> Iterator[tuple[Field, str, str, str]]:
    """Place, variant, name and text of every task."""
    if plan:
        for item in items(plan.raw):
            yield plan, "", item.head, item.text
    if goal:
        for clause in clauses(goal.raw):
            if figures(clause):
                yield goal, "goal", clause, clause


def _is_exempt(dossier: Dossier, head: str, text: str) -> bool:
    law = dossier.law
    return any_of(law.words(MANAGEMENT), head) or any_of(law.words(OTHER_FUNDS), text)
