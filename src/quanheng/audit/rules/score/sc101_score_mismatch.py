from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.scoring.claims import Claim


@rule(
    code="SC101",
    name="score-mismatch",
    title=Words("得分与计算结果不符", "Score does not follow from the value"),
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
        Scores add up to the grade; a score that does not follow from its own target
        and actual makes the grade arbitrary.

    What it leaves alone:
        Rows whose values can't be compared (VL101, SC107); a deduction with a reason
        in the row; answers in words, which have a band (SC106); full points on a
        missed target (SC108), targets of zero or less (SC109), scores above the
        weight (SC102) or below zero (SC103); the execution rate (BG304). Where scores
        are set by hand under local rules, the finding is waived.
    """
    for claim in dossier.claims:
        due = claim.due(dossier.law)
        if due is None or _is_left_to_another(claim, due, dossier):
            continue
        yield Hit.on(
            claim.cell,
            {
                "stated": plain(claim.stated),
                "target": claim.reading.target.raw,
                "actual": claim.reading.actual.raw,
                "computed": plain(due),
            },
            edits=(Edit.on(claim.cell, plain(due), safe=False),),
        )


def _is_left_to_another(claim: Claim, due: Decimal, dossier: Dossier) -> bool:
    return (
        not claim.is_within_weight
        or claim.has_zero_target
        or claim.is_full_though_missed(dossier.law)
        or claim.is_reasoned_deduction(due)
    )
