from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.report import Chapter, Project
from quanheng.language.clauses import Item, items

_OUTCOME: Final = (Chapter.PERFORMANCE, Chapter.ANALYSIS)


@rule(
    code="CS206",
    name="task-count-differs",
    title=Words(
        "计划任务与完成情况条数不符", "Planned and reported tasks do not match"
    ),
    message=Words(
        "实施计划列有{planned}项任务，绩效情况及分析仅说明{told}项，第{missing}项未作说明",
        "the plan lists {planned} tasks, the chapters on results tell of {told}; "
        "not of number {missing}",
    ),
    variants={
        "none": Words(
            "实施计划列有{planned}项任务，绩效情况及分析均未作说明",
            "the plan lists {planned} tasks, the chapters on results tell of none",
        )
    },
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=("words.topics", "words.generic"),
    judges_whole=True,
)
def task_count_differs(dossier: Dossier) -> Iterator[Answer]:
    """Planned tasks that the chapters on results do not mention (任务完成情况缺项).

    Why it matters:
        A task that the report passes over was perhaps not done.

    What it leaves alone:
        Plans that are not itemised; several tasks reported in one sentence; tasks
        whose topic the word list does not know, which count as reported.
    """
    project = dossier.project
    plan = project.overview.plan
    planned = items(text_of(plan))
    outcome = _outcome(project)
    if plan is None or not planned or not outcome:
        yield not_applicable(
            "实施计划未分项或无完成情况文字", "no itemised plan or no text on results"
        )
        return
    missing = [
        (place, item)
        for place, item in enumerate(planned, start=1)
        if not _is_reported(dossier, item, outcome)
    ]
    if missing:
        says = {
            "planned": len(planned),
            "told": len(planned) - len(missing),
            "missing": Words(
                "、".join(item.number for _, item in missing),
                ", ".join(str(place) for place, _ in missing),
            ),
        }
        yield Hit.on(plan, says, variant="none" if len(missing) == len(planned) else "")


def _outcome(project: Project) -> str:
    """The text on results, but for the sentence of total and grade."""
    conclusion = text_of(project.conclusion)
    return "\n".join(
        paragraph.raw
        for paragraph in project.paragraphs(*_OUTCOME)
        if not conclusion or conclusion not in paragraph.raw
    )


def _is_reported(dossier: Dossier, item: Item, outcome: str) -> bool:
    subjects, name = dossier.subjects, text_of(dossier.project.name)
    if not subjects.mentions(item.text):
        return True
    text = outcome.replace(name, "") if name else outcome
    return subjects.treats(item.text, text, apart=name)
