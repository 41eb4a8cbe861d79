from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.texts.project_type import (
    RECURRING,
    TYPE_LABELS,
    TYPES,
    is_recurring,
)
from quanheng.audit.rule import (
    UNREADABLE_CATEGORY,
    Answer,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import filled
from quanheng.core.indicator import Indicator, LevelOne, LevelTwo
from quanheng.law.book import Law

OUTPUT_CATEGORIES: Final = "self_evaluation.output_categories"
FEWEST_KINDS: Final = "self_evaluation.min_benefit_kinds"
NOT_APPLICABLE: Final = "words.not_applicable"
_SUSTAINABILITY: Final = ("可持续",)


@rule(
    code="IN105",
    name="sustainability-missing",
    title=Words(
        "经常性项目缺少可持续影响指标",
        "No sustainability indicator in a recurring project",
    ),
    message=Words(
        "项目逐年开展，未设可持续影响指标，应设置或说明不涉及",
        "the project comes back every year and has no sustainability indicator; one "
        "should be set, or a word say why not",
    ),
    variants={
        "no target": Words(
            "项目逐年开展，可持续影响指标“{name}”未填写目标值，应补充",
            "the project comes back every year; its sustainability indicator “{name}” "
            "has no target",
        )
    },
    severity=Severity.INFO,
    basis=(("财预〔2020〕10号", "第十三条"),),
    law=(
        TYPE_LABELS,
        TYPES,
        RECURRING,
        OUTPUT_CATEGORIES,
        FEWEST_KINDS,
        NOT_APPLICABLE,
    ),
    judges_whole=True,
)
def sustainability_missing(dossier: Dossier) -> Iterator[Answer]:
    """A recurring project has no indicator of lasting effect (可持续影响).

    Why it matters:
        A project paid for every year should say what remains of it.

    What it leaves alone:
        One-off projects and those of an unknown type; the framework of 2021, which
        dropped the category; a text that says why it does not apply; a single kind of
        benefit (IN106).
    """
    project, law = dossier.project, dossier.law
    if not is_recurring(project, law):
        yield not_applicable("非经常性项目", "not a project that comes back every year")
        return
    rows = [row for row in project.indicators if row.level_one is LevelOne.BENEFIT]
    if not rows or _is_of_2021(project.indicators, law):
        yield not_applicable(
            "无效益指标或按规定不设该类指标", "no benefit rows, or no such category"
        )
        return
    kinds = {row.level_two for row in rows}
    if None in kinds:
        yield UNREADABLE_CATEGORY
        return
    is_explained = dossier.has_sentence(_SUSTAINABILITY, law.words(NOT_APPLICABLE))
    if len(kinds) >= law.number(FEWEST_KINDS) and not is_explained:
        yield from _hits(rows)


def _is_of_2021(rows: tuple[Indicator, ...], law: Law) -> bool:
    if any(row.level_one is LevelOne.COST for row in rows):
        return True
    return LevelTwo.COST not in law.words(OUTPUT_CATEGORIES)


def _hits(rows: list[Indicator]) -> Iterator[Hit]:
    lasting = [row for row in rows if row.level_two is LevelTwo.SUSTAINABILITY]
    if not lasting:
        label = rows[-1].level1 or rows[-1].name
        yield Hit.on(label)
    for row in lasting:
        if row.target is not None and not row.target.raw and filled(row.name):
            says = {"name": row.title}
            yield Hit.on(row.target, says, variant="no target")
