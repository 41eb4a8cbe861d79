from collections.abc import Iterator, Mapping
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.approval import are_weights_approved
from quanheng.audit.rule import (
    NO_INDICATORS,
    Answer,
    Hit,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.comparing.counterparts import NAME_SIMILARITY
from quanheng.core.bilingual import Words, listed
from quanheng.core.indicator import LevelOne
from quanheng.core.quantity import plain
from quanheng.scoring.level_weights import (
    WEIGHT_TEMPLATE,
    level_weights,
    weight_templates,
)

TOLERANCE = "self_evaluation.weight_tolerance"
REASONS = "words.weight_change_reasons"
FULL = Decimal(100)


@rule(
    code="WT201",
    name="level-one-weights-off-template",
    title=Words("一级指标权重不符合规定比例", "Level-one weights off the template"),
    message=Words(
        "一级指标权重为{actual}分，规定为{template}分",
        "the level-one weights are {actual}; the rule sets {template}",
    ),
    variants={
        "approved": Words(
            "批复的一级指标权重为{actual}分，规定为{template}分，建议报请批复部门调整",
            "the approved level-one weights are {actual}; the rule sets {template}; a "
            "matter for the approver",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第十三条"), ("财预〔2021〕101号", "")),
    law=(WEIGHT_TEMPLATE, TOLERANCE, REASONS, NAME_SIMILARITY),
    judges_whole=True,
)
def level_one_weights_off_template(dossier: Dossier) -> Iterator[Answer]:
    """The level-one weights follow no template in force (一级指标权重).

    Why it matters:
        The rule fixes the points for budget execution, output, benefit and
        satisfaction; with another split, totals can't be compared.

    What it leaves alone:
        Weights that fit any template of any version that may apply; a reason for
        the change in the text; weights that don't add up to 100 (WT101). For approved
        weights the finding is info, addressed to the approver.
    """
    if not dossier.scorecard.rows:
        yield NO_INDICATORS
        return
    sums = level_weights(dossier.scorecard)
    if sums is None:
        yield insufficient(
            "有权重或一级指标无法读取", "a weight or a category can't be read"
        )
        return
    tolerance = dossier.law.number(TOLERANCE)
    if abs(sum(sums.values(), Decimal(0)) - FULL) > tolerance:
        yield not_applicable("权重合计不为100分", "the weights do not add up to 100")
        return
    templates = weight_templates(dossier.law)
    if any(template.fits(sums, tolerance) for template in templates):
        return
    if dossier.has_sentence(dossier.law.words(REASONS)):
        return
    approved = are_weights_approved(dossier, tolerance)
    yield Hit(
        at=dossier.project.table_at,
        says={"actual": _listed(sums), "template": _listed(templates[0].weights)},
        severity=Severity.INFO if approved else None,
        variant="approved" if approved else "",
    )


def _listed(weights: Mapping[LevelOne, Decimal]) -> Words:
    """Each category with its points, in the order of the form."""
    return listed(
        Words(f"{level.words.zh}{points}", f"{level.words.en} {points}")
        for level in LevelOne
        if level in weights
        for points in (plain(weights[level]),)
    )
