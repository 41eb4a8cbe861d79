from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.project_account import (
    goals_text,
    names_text,
    overview_text,
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.indicator import LevelOne
from quanheng.core.report import Project
from quanheng.language.clauses import clauses
from quanheng.language.words import any_of
from quanheng.law.book import Law

GROUPS: Final = "words.groups"
MARKS: Final = "words.group_marks"
_SATISFIED: Final = "满意"


@rule(
    code="IN306",
    name="satisfaction-group-foreign",
    title=Words(
        "满意度调查对象与项目无关", "Satisfaction group foreign to the project"
    ),
    message=Words(
        "“{name}”的调查对象为{group}，报告其他部分未提及，项目涉及的是{own}，应核对",
        "“{name}” asks {group}, whom the report names nowhere else; the project is "
        "for {own}",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(GROUPS, MARKS),
)
def satisfaction_group_foreign(dossier: Dossier) -> Iterator[Answer]:
    """Satisfaction is asked of a group that the project does not serve (满意度对象).

    Why it matters:
        The row was copied, and its figure is of other people or of nobody.

    What it leaves alone:
        Groups not in the word list; a group that any word of the report shows to be
        concerned (医院 for 患者); a row that also names a group of the project; a
        project that names no group at all.
    """
    project, law = dossier.project, dossier.law
    rows = [row for row in project.indicators if row.level_one is LevelOne.SATISFACTION]
    served = _served(project, law)
    if not rows or not served:
        yield not_applicable(
            "无满意度指标或项目未载明服务对象",
            "there is no satisfaction row, or the project names no group",
        )
        return
    groups, marks = law.word_groups(GROUPS), law.word_groups(MARKS)
    elsewhere = _elsewhere(project)
    for row in rows:
        asked = [group for group in groups if any_of(groups[group], row.title)]
        if len(asked) != 1 or asked[0] in served:
            continue
        group = asked[0]
        if not any_of((*groups[group], *marks[group]), elsewhere):
            yield Hit.on(
                row.name, {"name": row.title, "group": group, "own": listed(served)}
            )


def _served(project: Project, law: Law) -> tuple[str, ...]:
    """The groups that project, overview and goals name."""
    account = names_text(project) + overview_text(project) + goals_text(project)
    groups = law.word_groups(GROUPS)
    return tuple(group for group in groups if any_of(groups[group], account))


def _elsewhere(project: Project) -> str:
    """The text of the report without satisfaction rows and clauses on satisfaction."""
    texts = [text.raw for text in project.prose()]
    texts += [names_text(project)]
    texts += [
        row.name.raw
        for row in project.indicators
        if row.level_one is not LevelOne.SATISFACTION
    ]
    return "\n".join(
        clause for text in texts for clause in clauses(text) if _SATISFIED not in clause
    )
