from collections.abc import Iterator, Mapping
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.claims import Claim
from quanheng.scoring.reading import Obstacle

VARIANTS: Final[Mapping[str, Words]] = {
    Obstacle.UNITS_DIFFER: Words(
        "业绩值“{actual}”与目标值单位不一致，按满分{weight}分计分缺乏依据",
        "the actual “{actual}” is not in the unit of the target; "
        "{weight} points have no basis",
    ),
    Obstacle.TARGET_MISSING: Words(
        "未填写目标值，业绩值“{actual}”按满分{weight}分计分缺乏依据",
        "there is no target; the actual “{actual}” gives no basis for {weight} points",
    ),
    Obstacle.TARGET_NOT_A_VALUE: Words(
        "目标值不是可比的数值，业绩值“{actual}”按满分{weight}分计分缺乏依据",
        "the target is no value to compare with the actual “{actual}”; "
        "{weight} points have no basis",
    ),
    Obstacle.ACTUAL_NOT_A_VALUE: Words(
        "业绩值“{actual}”无法与目标值比较，按满分{weight}分计分缺乏依据",
        "the actual “{actual}” can't be compared with the target; "
        "{weight} points have no basis",
    ),
}


@rule(
    code="SC107",
    name="full-score-on-uncomputable-row",
    title=Words(
        "无法计算的指标按满分计分", "Full score on a row that cannot be computed"
    ),
    message=Words(
        "业绩值“{actual}”与目标值量纲不同，按满分{weight}分计分缺乏依据",
        "the actual “{actual}” measures something else than the target; "
        "{weight} points have no basis",
    ),
    variants=VARIANTS,
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第十六条"),),
)
def full_score_on_uncomputable_row(dossier: Dossier) -> Iterator[Answer]:
    """A row has full marks although its score can't be computed (无依据满分).

    Why it matters:
        Points that rest on no comparison can't be confirmed by anybody.

    What it leaves alone:
        A chosen qualitative answer, and a yes/no target, for which 100% counts as
        done. Dates that only lack the year (ID104); words for a number or a date
        (VL302); similar units such as 份 and 册, 元/册 and 元 (VL104); a bare 0.96 for
        96%; a result in words for a target in words, which lacks bands (VL205), or for
        no target; several targets in one cell (VL404); an actual that repeats the
        target; a row without an actual (VL301). A note accepted in a review is a
        waiver, as it is not in the report. The points of the execution rate are
        checked by BG102.
    """
    for claim in dossier.claims:
        if claim.is_full_without_basis:
            yield Hit.on(
                claim.cell,
                {"actual": claim.reading.actual.raw, "weight": plain(claim.weight)},
                variant=_variant(claim),
            )


def _variant(claim: Claim) -> str:
    obstacle = claim.row.obstacle
    return obstacle if obstacle and obstacle in VARIANTS else ""
