from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.money.spending import (
    CAUSE,
    MONEY_MATTERS,
    is_spending_explained,
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain, rounded
from quanheng.scoring.scorecard import RowScore
from quanheng.scoring.total import total

GAP: Final = "self_evaluation.score_execution_gap"
SAVED: Final = "words.saved_cost"
UNPAID: Final = "words.unpaid"
_NO_SHARES: Final = not_applicable(
    "无预算执行得分或指标得分", "there are no points of money or of work"
)


@rule(
    code="SC302",
    name="score-outruns-execution",
    title=Words("指标得分率明显高于预算执行率", "Scores outrun budget execution"),
    message=Words(
        "指标得分率{indicators}%，预算执行得分率{execution}%，差异较大且未作说明",
        "the indicators have {indicators}% of their points, the money {execution}%, "
        "and nothing explains the gap",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "省级财政信息系统的做法"),),
    law=(GAP, CAUSE, MONEY_MATTERS, SAVED, UNPAID),
)
def score_outruns_execution(dossier: Dossier) -> Iterator[Answer]:
    """Indicators earn a far larger share of their points than spending (得分率偏离).

    Why it matters:
        If everything was achieved with part of the money, either the budget was too
        large or the scores are too high; a reviewer wants to know which.

    What it leaves alone:
        A gap within the limit; full points for execution; money saved in a tender or
        paid after acceptance, where the report says so; any other stated reason. The
        execution points are recomputed from the amounts, since wrong ones are
        reported by BG304.
    """
    rows = dossier.scorecard.rows
    money = [row for row in rows if row.is_execution]
    work = [row for row in rows if not row.is_execution]
    execution = _share([row.recomputed for row in money], money)
    indicators = _share([row.stated for row in work], work)
    if execution is None or not indicators:
        yield _NO_SHARES
        return
    gaps = [version.value for version in dossier.law.versions(GAP)]
    gap = (indicators - execution) / indicators
    if execution >= 1 or any(isinstance(g, Decimal) and gap <= g for g in gaps):
        return
    if _is_explained(dossier):
        return
    score = money[0].score
    yield Hit(
        at=money[0].at,
        quote=score.raw if score else "",
        says={
            "indicators": plain(rounded(indicators * 100)),
            "execution": plain(rounded(execution * 100)),
        },
    )


def _share(
    points: Sequence[Decimal | None], rows: Sequence[RowScore]
) -> Decimal | None:
    """Points by weight, 0 to 1; None where one is missing."""
    scores, weights = total(points), total(row.weight for row in rows)
    return None if scores is None or not weights else scores / weights


def _is_explained(dossier: Dossier) -> bool:
    law = dossier.law
    words = law.words(SAVED) + law.words(UNPAID)
    return is_spending_explained(dossier) or dossier.mentions(
        words, law.words(MONEY_MATTERS)
    )
