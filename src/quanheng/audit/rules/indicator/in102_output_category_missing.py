from collections.abc import Iterator, Sequence

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    UNREADABLE_CATEGORY,
    Answer,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field
from quanheng.core.indicator import LevelOne, LevelTwo

CATEGORIES = "self_evaluation.output_categories"
NOT_APPLICABLE = "words.not_applicable"


@rule(
    code="IN102",
    name="output-category-missing",
    title=Words("产出指标缺少类别", "An output category is missing"),
    message=Words(
        "产出指标缺少{missing}指标，应补充设置或说明不适用",
        "the output indicators lack {missing}",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第十三条"), ("财预〔2021〕101号", "")),
    law=(CATEGORIES, NOT_APPLICABLE),
    judges_whole=True,
)
def output_category_missing(dossier: Dossier) -> Iterator[Answer]:
    """Quantity, quality, timeliness or cost is absent from output (产出指标类别).

    Why it matters:
        Much done, badly, late or at any price is no good output: each category
        asks one of these questions.

    What it leaves alone:
        A category that a version which may apply does not ask for; cost as a level-one
        category; a text that says the category does not apply. Indicators in running
        text answer "insufficient data".
    """
    rows = [r for r in dossier.project.indicators if r.level_one is LevelOne.OUTPUT]
    if not rows:
        yield not_applicable("无产出指标", "there are no output indicators")
        return
    table = dossier.project.table
    if any(row.level_two is None for row in rows) or (table and table.is_prose):
        yield UNREADABLE_CATEGORY
        return
    found = {row.level_two for row in dossier.project.indicators}
    if any(row.level_one is LevelOne.COST for row in dossier.project.indicators):
        found.add(LevelTwo.COST)
    excuses = dossier.law.words(NOT_APPLICABLE)
    missing = [
        category
        for category in _asked_for(dossier)
        if category not in found
        and not dossier.has_sentence([f"{category}指标"], excuses)
    ]
    if missing:
        label = rows[0].level1 or Field("", rows[0].at)
        yield Hit.on(label, {"missing": listed(category.words for category in missing)})


def _asked_for(dossier: Dossier) -> tuple[LevelTwo, ...]:
    """The categories that every version asks for."""
    versions = [version.value for version in dossier.law.versions(CATEGORIES)]
    return tuple(
        category
        for category in LevelTwo
        if all(
            isinstance(value, Sequence) and category.value in value
            for value in versions
        )
    )
