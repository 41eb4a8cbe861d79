from collections.abc import Iterator
from decimal import Decimal

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
from quanheng.core.field import text_of
from quanheng.core.indicator import LevelOne
from quanheng.language.words import any_of
from quanheng.scoring.level_weights import (
    WEIGHT_TEMPLATE,
    level_weights,
    weight_templates,
)

TOLERANCE = "self_evaluation.weight_tolerance"
EXEMPT = "words.no_level_one_projects"
NOT_APPLICABLE = "words.not_applicable"


@rule(
    code="IN101",
    name="level-one-missing",
    title=Words("缺少一级指标", "A level-one category is missing"),
    message=Words(
        "指标表未设{missing}指标，应补充设置",
        "the indicator table has no {missing} category",
    ),
    variants={
        "satisfaction": Words(
            "指标表未设满意度指标，也未注明不适用，应补充设置或说明",
            "the indicator table has no satisfaction category and does not say that it "
            "does not apply",
        )
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第十三条"),),
    law=(WEIGHT_TEMPLATE, TOLERANCE, EXEMPT, NOT_APPLICABLE),
    judges_whole=True,
    needs_indicators=True,
)
def level_one_missing(dossier: Dossier) -> Iterator[Answer]:
    """Output, benefit or satisfaction is absent from the indicators (一级指标).

    Why it matters:
        Each of them has its own points: what is absent was not evaluated.

    What it leaves alone:
        Cost as a category of its own; a version that drops satisfaction and moves its
        points to benefit; a text that says satisfaction does not apply; confidential
        projects and debt service; forms with other categories. Categories that can't
        be read and indicators in running text answer "insufficient data".
    """
    project = dossier.project
    if any_of(dossier.law.words(EXEMPT), text_of(project.name)):
        yield not_applicable(
            "属涉密或还本付息类项目", "a confidential or debt-service project"
        )
        return
    found = {row.level_one for row in project.indicators}
    if None in found or (project.table and project.table.is_prose):
        yield insufficient(
            "存在无法识别的一级指标", "a level-one category can't be read"
        )
        return
    at = project.table_at
    for level in (LevelOne.OUTPUT, LevelOne.BENEFIT):
        if level not in found:
            yield Hit(at=at, says={"missing": level.words})
    if LevelOne.SATISFACTION not in found and not _satisfaction_is_optional(dossier):
        yield Hit(at=at, severity=Severity.WARNING, variant="satisfaction")


def _satisfaction_is_optional(dossier: Dossier) -> bool:
    law = dossier.law
    if dossier.has_sentence([LevelOne.SATISFACTION], law.words(NOT_APPLICABLE)):
        return True
    sums = level_weights(dossier.scorecard) or {}
    benefit = sums.get(LevelOne.BENEFIT, Decimal(0))
    tolerance = law.number(TOLERANCE)
    return any(
        LevelOne.SATISFACTION not in template.weights
        and abs(template.weights[LevelOne.BENEFIT] - benefit) <= tolerance
        for template in weight_templates(law)
    )
