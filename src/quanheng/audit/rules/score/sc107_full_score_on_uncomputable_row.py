"""SC107 full-score-on-uncomputable-row (无法计算的指标记满分)."""

from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.claims import is_full_without_basis
from quanheng.scoring.reading import Obstacle


@rule(
    code="SC107",
    name="full-score-on-uncomputable-row",
    title=Words("无法计算的指标记满分", "Full score on a row that cannot be computed"),
    message=Words(
        "业绩值“{actual}”与目标值量纲不同，{weight}分满分没有计算依据",
        "the actual “{actual}” measures something else than the target; "
        "{weight} points have no basis",
    ),
    variants={
        Obstacle.UNITS_DIFFER: Words(
            "业绩值“{actual}”与目标值单位不一致，{weight}分满分没有计算依据",
            "the actual “{actual}” is not in the unit of the target; "
            "{weight} points have no basis",
        ),
        Obstacle.TARGET_NOT_A_VALUE: Words(
            "目标值不是可比的数值，业绩值“{actual}”记{weight}分满分没有计算依据",
            "the target is no value to compare with the actual “{actual}”; "
            "{weight} points have no basis",
        ),
        Obstacle.ACTUAL_NOT_A_VALUE: Words(
            "业绩值“{actual}”不能与目标值比较，{weight}分满分没有计算依据",
            "the actual “{actual}” can't be compared with the target; "
            "{weight} points have no basis",
        ),
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第十六条"),),
)
def full_score_on_uncomputable_row(dossier: Dossier) -> Iterator[Answer]:
    """A row has all its points although nothing can be computed (无依据满分).

    Why it matters:
        Points that follow from no comparison can't be confirmed by anybody.

    What it leaves alone:
        A chosen qualitative answer, and a yes/no target, for which 100% counts as
        done. Targets that are missing (IN305) or only lack the year (ID104); words
        for a number or a date (VL302); two units of counting as 份 and 册 (VL104); a
        text target with a text result, which lacks bands (VL205). A note accepted in
        a review is a waiver, as the report itself does not hold it. The points of
        the execution rate are BG102's.
    """
    for row in dossier.scorecard.rows:
        if not is_full_without_basis(row):
            continue
        if row.reading is None or row.score is None or row.obstacle is None:
            continue
        known = row.obstacle is not Obstacle.DIMENSIONS_DIFFER
        yield Hit(
            at=row.at,
            quote=row.score.raw,
            says={
                "actual": row.reading.actual.raw,
                "weight": plain(row.weight) if row.weight is not None else "",
            },
            variant=row.obstacle if known else "",
        )
