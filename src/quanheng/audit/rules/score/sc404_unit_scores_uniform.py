from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.peers.peers import same_year
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, text_of
from quanheng.core.quantity import plain, rounded
from quanheng.scoring.scorecard import FULL_MARKS

FULL_SHARE: Final = "bulk.full_mark_share"
FULL_REPORTS: Final = "bulk.full_mark_reports"
SPREAD: Final = "bulk.score_spread"
SPREAD_REPORTS: Final = "bulk.score_spread_reports"


@rule(
    code="SC404",
    name="unit-scores-uniform",
    title=Words("同一单位项目多数满分或雷同", "Scores of a unit all full or all alike"),
    message=Words(
        "{unit}{count}个项目自评中有{full}个为100分，建议列入抽查",
        "{full} of {count} self-evaluations of {unit} have 100 points; a case for "
        "sampling",
    ),
    variants={
        "alike": Words(
            "{unit}{count}个项目自评得分的标准差仅为{spread}分，建议列入抽查",
            "the totals of {count} self-evaluations of {unit} spread by {spread} "
            "points only; a case for sampling",
        )
    },
    severity=Severity.INFO,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(FULL_SHARE, FULL_REPORTS, SPREAD, SPREAD_REPORTS),
    needs=Need.PEERS,
)
def unit_scores_uniform(dossier: Dossier) -> Iterator[Answer]:
    """Most projects of a unit have full marks, or all score alike (得分雷同).

    Why it matters:
        Totals that never differ say nothing about the projects. The finding is a
        reason to draw a sample, not a verdict.

    What it leaves alone:
        Few reports; a report below 100 in a unit with full marks otherwise; reports
        of another year.
    """
    own = dossier.scorecard.stated_total
    peers = [
        peer.scorecard.stated_total
        for peer in dossier.peers.of_unit(dossier.project)
        if same_year(dossier.project, peer.project)
    ]
    law = dossier.law
    totals = [total for total in (own, *peers) if total is not None]
    if own is None or len(totals) < law.number(FULL_REPORTS):
        yield not_applicable(
            "同一单位的自评报告份数不足", "there are too few reports of the unit"
        )
        return
    full, spread = totals.count(FULL_MARKS), _spread(totals)
    place = dossier.project.total or Field("", dossier.project.table_at)
    says: dict[str, object] = {
        "unit": text_of(dossier.project.unit) or text_of(dossier.project.department),
        "count": len(totals),
        "full": full,
        "spread": plain(rounded(spread)),
    }
    if own == FULL_MARKS and full >= law.number(FULL_SHARE) * len(totals):
        yield Hit.on(place, says)
    elif len(totals) >= law.number(SPREAD_REPORTS) and spread < law.number(SPREAD):
        yield Hit.on(place, says, variant="alike")


def _spread(totals: Sequence[Decimal]) -> Decimal:
    """Standard deviation of all totals (标准差)."""
    mean = sum(totals, Decimal(0)) / len(totals)
    squares = ((total - mean) ** 2 for total in totals)
    return (sum(squares, Decimal(0)) / len(totals)).sqrt()
