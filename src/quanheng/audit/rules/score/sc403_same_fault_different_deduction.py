from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.peers.deductions import Deduction, deductions
from quanheng.audit.rule import Answer, Hit, Need, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain, rounded

TOLERANCE: Final = "review.deduction_tolerance"


@rule(
    code="SC403",
    name="same-fault-different-deduction",
    title=Words("同类问题扣分尺度不一", "Same fault, different deduction"),
    message=Words(
        "“{name}”扣分比例{share}%，"
        "原因和结果相同的“{other}”为{other_share}%（{file}），应统一",
        "“{name}” loses {share}%; “{other}” with the same reason and result loses "
        "{other_share}% ({file})",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(TOLERANCE,),
    needs=Need.PEERS,
)
def same_fault_different_deduction(dossier: Dossier) -> Iterator[Answer]:
    """Rows with the same result and reason lose different shares of points (扣分).

    Why it matters:
        Units are compared by their totals, so the same fault has to cost the same.

    What it leaves alone:
        Scores by formula (SC101); different answers on a graded scale; rows without a
        reason; reports of another year.

    Catalogue:
        Reports do not name the rule of a deduction, so the same reason for the same
        result is taken for the same fault.
    """
    own = [row for row in deductions(dossier.scorecard) if row.reason]
    if not own:
        yield not_applicable(
            "无说明原因的人工扣分", "no reasoned deduction is left to judgement"
        )
        return
    tolerance = dossier.law.number(TOLERANCE)
    peers, year = dossier.peers, dossier.project.evaluation_year
    for row in own:
        held = peers.archive.deductions.farthest(row, year, peers.own)
        if held and rounded(abs(row.share - held.deduction.share)) > tolerance:
            yield _hit(row, held.deduction, peers.archive.peers[held.position].file)


def _hit(row: Deduction, other: Deduction, file: str) -> Hit:
    return Hit.on(
        row.score,
        {
            "name": row.name,
            "share": plain(rounded(row.share, 1)),
            "other": other.name,
            "other_share": plain(rounded(other.share, 1)),
            "file": file,
        },
    )
