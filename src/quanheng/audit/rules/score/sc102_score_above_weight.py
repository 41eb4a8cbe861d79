from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.quantity import plain
from quanheng.scoring.scorecard import RowScore

BONUS: Final = "加分"
"""The label of bonus rows, in layouts that have them."""


@rule(
    code="SC102",
    name="score-above-weight",
    title=Words("得分大于权重", "Score above its weight"),
    message=Words(
        "得分填为{stated}分，超过权重（{weight}分）",
        "the score is {stated}, above its weight of {weight}",
    ),
    severity=Severity.ERROR,
    basis=(("practice", "省级财政信息系统的做法"),),
    fixing=Fixing.UNSAFE,
)
def score_above_weight(dossier: Dossier) -> Iterator[Answer]:
    """A row has more points than its weight gives out (得分超过权重).

    Why it matters:
        The weight is the most a row can earn; more than that inflates the total.

    What it leaves alone:
        Bonus rows (加分项) of a layout that has them; a weight that is missing,
        unreadable or negative (WT102).
    """
    for row in dossier.scorecard.rows:
        if row.stated is None or row.weight is None or row.score is None:
            continue
        if row.stated > row.weight and not _is_bonus(row):
            weight = plain(row.weight)
            yield Hit.on(
                row.score,
                {"stated": plain(row.stated), "weight": weight},
                edits=(Edit.on(row.score, weight, safe=False),),
            )


def _is_bonus(row: RowScore) -> bool:
    if row.indicator is None:
        return False
    labels = (row.indicator.name, row.indicator.level1, row.indicator.level2)
    return any(BONUS in text_of(label) for label in labels)
