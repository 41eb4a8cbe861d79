from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.approval import are_weights_approved
from quanheng.audit.rule import (
    NO_INDICATORS,
    UNREADABLE_WEIGHT,
    Answer,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.comparing.counterparts import NAME_SIMILARITY
from quanheng.core.bilingual import Words
from quanheng.core.indicator import LevelOne
from quanheng.core.quantity import plain
from quanheng.scoring.level_weights import level_of

SPREAD = "self_evaluation.equal_weight_spread"
FEWEST = "self_evaluation.equal_weight_rows"
TOLERANCE = "self_evaluation.weight_tolerance"


@rule(
    code="WT301",
    name="equal-weights",
    title=Words("权重平均分配", "Weights spread evenly"),
    message=Words(
        "除预算执行率外{count}项权重均在{low}至{high}分之间，应按重要程度区分",
        "all {count} weights beside budget execution lie between {low} and {high}; "
        "they should follow importance",
    ),
    variants={
        "same": Words(
            "除预算执行率外{count}项权重均为{low}分，应按重要程度区分",
            "all {count} weights beside budget execution are {low}; they should follow "
            "importance",
        ),
        "approved same": Words(
            "批复的{count}项权重均为{low}分，建议报请批复部门按重要程度区分",
            "all {count} approved weights are {low}; they should follow importance, a "
            "matter for the approver",
        ),
        "approved": Words(
            "批复的{count}项权重均在{low}至{high}分之间，"
            "建议报请批复部门按重要程度区分",
            "all {count} approved weights lie between {low} and {high}; they should "
            "follow importance, a matter for the approver",
        ),
    },
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "第十三条"),),
    law=(SPREAD, FEWEST, TOLERANCE, NAME_SIMILARITY),
)
def equal_weights(dossier: Dossier) -> Iterator[Answer]:
    """All weights besides budget execution are practically equal (平均分配).

    Why it matters:
        Weights are to be set by importance; equal ones show that nobody asked what
        the project is for.

    What it leaves alone:
        Three rows or fewer; rows that are equal within one category only. For
        approved weights the finding is info, addressed to the approver.
    """
    rows = [
        row for row in dossier.scorecard.rows if level_of(row) != LevelOne.EXECUTION
    ]
    if not rows:
        yield NO_INDICATORS
        return
    weights = [row.weight for row in rows if row.weight is not None]
    if len(weights) < len(rows):
        yield UNREADABLE_WEIGHT
        return
    if len(weights) < dossier.law.number(FEWEST):
        yield not_applicable("指标过少，不作比较", "there are few indicators")
        return
    low, high = min(weights), max(weights)
    if high - low > dossier.law.number(SPREAD):
        return
    approved = are_weights_approved(dossier, dossier.law.number(TOLERANCE))
    facts = {"approved": approved, "same": low == high}
    yield Hit(
        at=dossier.project.table_at,
        says={"count": len(weights), "low": plain(low), "high": plain(high)},
        severity=Severity.INFO if approved else None,
        variant=" ".join(fact for fact, holds in facts.items() if holds),
    )
