"""SC403 same-fault-different-deduction (同类问题扣分不一)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.peers import same_year
from quanheng.audit.rule import Answer, Hit, Need, NotApplicable, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, text_of
from quanheng.core.quantity import plain, rounded
from quanheng.language.similarity import bare
from quanheng.scoring.scorecard import RowScore, Scorecard

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
    """Two rows with the same result and the same reason lose different shares (扣分).

    Why it matters:
        Units are compared by their totals; the same fault has to cost the same.

    What it leaves alone:
        Scores that follow from a formula, as SC101 speaks of them; another answer of
        a graded scale; rows without a reason; reports of another year.

    Catalogue:
        A report names no rule for a deduction; the same stated reason beside the same
        result stands for the same fault.
    """
    own = [row for row in _judged(dossier.scorecard) if row.reason]
    if not own:
        yield NotApplicable(
            Words("无说明原因的人工扣分", "no reasoned deduction is left to judgement")
        )
        return
    tolerance = dossier.law.number(TOLERANCE)
    for row in own:
        for file, other in _same_fault(dossier, row):
            if rounded(abs(row.share - other.share)) > tolerance:
                yield _hit(row, other, file)
                break


@dataclass(frozen=True, slots=True)
class _Deduction:
    """A row that lost points by judgement.

    Attributes:
        name: The indicator.
        score: The cell of the score.
        share: What it lost of its weight, in percent.
        reason: The stated reason, marks left aside.
        result: The actual, likewise.
    """

    name: str
    score: Field
    share: Decimal
    reason: str
    result: str


def _same_fault(dossier: Dossier, row: _Deduction) -> Iterator[tuple[str, _Deduction]]:
    """The deductions of other reports with the same reason and result."""
    positions = dossier.peers.archive.reasons.holders(row.reason)
    for peer in dossier.peers.at_all(positions):
        if same_year(dossier.project, peer.project):
            for other in _judged(peer.scorecard):
                if (other.reason, other.result) == (row.reason, row.result):
                    yield peer.file, other


def _hit(row: _Deduction, other: _Deduction, file: str) -> Hit:
    return Hit(
        at=row.score.at,
        quote=row.score.raw,
        says={
            "name": row.name,
            "share": plain(rounded(row.share, 1)),
            "other": other.name,
            "other_share": plain(rounded(other.share, 1)),
            "file": file,
        },
    )


def _judged(card: Scorecard) -> Iterator[_Deduction]:
    for row in card.rows:
        if row.indicator is None or row.score is None or not _is_by_judgement(row):
            continue
        if row.weight and row.stated is not None and 0 <= row.stated < row.weight:
            yield _Deduction(
                row.indicator.title,
                row.score,
                (row.weight - row.stated) / row.weight * 100,
                bare(text_of(row.indicator.reason)),
                bare(text_of(row.indicator.actual)),
            )


def _is_by_judgement(row: RowScore) -> bool:
    """Whether no formula fixes the score: a band of an answer, or nothing computed."""
    return row.recomputed is None or row.band is not None
