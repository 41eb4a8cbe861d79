from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain, rounded
from quanheng.scoring.budget.stated_rates import decimals_in
from quanheng.scoring.formulas.result import SCORE_DECIMALS
from quanheng.scoring.scorecard import RowScore


@rule(
    code="SC105",
    name="rounding-inconsistent",
    title=Words("得分进位口径不一致", "Scores rounded unevenly"),
    message=Words(
        "“{name}”得分{stated}分未四舍五入，直接舍去尾数，应为{computed}分",
        "the score {stated} of “{name}” was cut off; rounded half up it is {computed}",
    ),
    severity=Severity.INFO,
    basis=(("practice", "省级财政信息系统的做法"),),
    law=(SCORE_DECIMALS,),
    fixing=Fixing.SAFE,
)
def rounding_inconsistent(dossier: Dossier) -> Iterator[Answer]:
    """A score was truncated instead of rounded half up (截尾).

    Why it matters:
        Rounding differently from row to row makes totals differ by 0.01.

    What it leaves alone:
        Scores given to fewer decimals, rounded there; bands of answers; scores that
        do not follow from their values (SC101).
    """
    divided = [row for row in dossier.scorecard.rows if row.unrounded is not None]
    if not divided:
        yield not_applicable("无按比例计算的得分", "no score comes from a proportion")
        return
    places = int(dossier.law.number(SCORE_DECIMALS))
    for row in divided:
        if row.score is not None and _is_cut_off(row, places):
            new = plain(row.recomputed or Decimal(0))
            yield Hit.on(
                row.score,
                {"name": row.name, "stated": row.score.raw, "computed": new},
                edits=(Edit.on(row.score, new, safe=True),),
            )


def _is_cut_off(row: RowScore, places: int) -> bool:
    stated, exact = row.stated, row.unrounded
    if stated is None or exact is None or row.recomputed != rounded(exact, places):
        return False
    own = min(decimals_in(stated), places)
    if rounded(exact, own) == stated:
        return False
    one = Decimal(1).scaleb(-places)
    return stated < exact < stated + one and row.recomputed == stated + one
