"""SC101 score-mismatch (得分与完成值不符)."""

from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.claims import (
    has_zero_target,
    is_full_though_missed,
    is_reasoned_deduction,
    off_by,
)
from quanheng.scoring.scorecard import RowScore


@rule(
    code="SC101",
    name="score-mismatch",
    title=Words("得分与完成值不符", "Score does not follow from the value"),
    message=Words(
        "得分填为{stated}分，目标值{target}、业绩值{actual}应得{computed}分",
        "the score is {stated}; target {target} and actual {actual} give {computed}",
    ),
    severity=Severity.ERROR,
    basis=(
        ("财预〔2020〕10号", "第十六条"),
        ("practice", "省级财政信息系统的做法"),
    ),
    law=(
        "self_evaluation.score_tolerance",
        "self_evaluation.inverse_formula",
        "self_evaluation.late_formula",
        "self_evaluation.score_decimals",
    ),
    fixing=Fixing.UNSAFE,
)
def score_mismatch(dossier: Dossier) -> Iterator[Answer]:
    """A stated score differs from the score by formula (得分与公式不符).

    Why it matters:
        Scores add up to the grade; one that does not follow from its own target and
        actual makes the grade arbitrary.

    What it leaves alone:
        Rows whose values can't be compared (VL101, SC107); a deduction with a reason
        in the row; answers in words, which have a band (SC106); full points on a
        missed target (SC108), targets of zero or less (SC109), scores above the
        weight (SC102) or below zero (SC103); the execution rate (BG304). Where scores
        are set by hand under local rules, the finding is waived.
    """
    for row in dossier.scorecard.rows:
        if off_by(row, dossier.law) is None or _is_left_to_another(row, dossier):
            continue
        if row.reading is None or row.recomputed is None or row.score is None:
            continue
        computed = plain(row.recomputed)
        yield Hit(
            at=row.at,
            quote=row.score.raw,
            says={
                "stated": plain(row.stated) if row.stated is not None else "",
                "target": row.reading.target.raw,
                "actual": row.reading.actual.raw,
                "computed": computed,
            },
            edit=Edit(row.at, row.score.raw, computed, safe=False),
        )


def _is_left_to_another(row: RowScore, dossier: Dossier) -> bool:
    outside = (
        row.stated is None
        or row.weight is None
        or row.stated < 0
        or row.stated > row.weight
    )
    return (
        outside
        or has_zero_target(row)
        or is_full_though_missed(row, dossier.law)
        or is_reasoned_deduction(row)
    )
