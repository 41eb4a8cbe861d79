from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline, Sign, Span, Wording
from quanheng.core.field import text_of
from quanheng.core.quantity import plain
from quanheng.scoring.claims import Claim
from quanheng.scoring.direction import Direction
from quanheng.scoring.reading import RowReading

EXTENSIONS: Final = "words.extensions"


@rule(
    code="SC108",
    name="full-score-despite-missed-target",
    title=Words("未达目标仍按满分计分", "Full score though the target is missed"),
    message=Words(
        "业绩值{actual}低于目标值{target}，仍按满分{weight}分计分，应为{computed}分",
        "the actual “{actual}” is below the target “{target}”, yet all {weight} points "
        "are stated; {computed} are due",
    ),
    variants={
        "above": Words(
            "业绩值{actual}超出上限{target}，仍按满分{weight}分计分，应为{computed}分",
            "the actual “{actual}” is above the limit “{target}”, yet all {weight} "
            "points are stated; {computed} are due",
        ),
        "outside": Words(
            "业绩值{actual}不在目标区间{target}内，仍按满分{weight}分计分，"
            "应为{computed}分",
            "the actual “{actual}” is outside the range “{target}”, yet all {weight} "
            "points are stated; {computed} are due",
        ),
        "late": Words(
            "完成时间{actual}晚于期限{target}，仍按满分{weight}分计分，"
            "应为{computed}分",
            "done “{actual}”, after the limit “{target}”, yet all {weight} points are "
            "stated; {computed} are due",
        ),
        "not done": Words(
            "目标“{target}”的业绩值为“{actual}”，仍按满分{weight}分计分，"
            "应为{computed}分",
            "the actual for “{target}” is “{actual}”, yet all {weight} points are "
            "stated; {computed} are due",
        ),
    },
    severity=Severity.ERROR,
    basis=(
        ("财预〔2020〕10号", "第十六条"),
        ("practice", "省级财政信息系统的做法"),
    ),
    law=(
        EXTENSIONS,
        "self_evaluation.inverse_formula",
        "self_evaluation.late_formula",
        "self_evaluation.score_tolerance",
    ),
    fixing=Fixing.UNSAFE,
)
def full_score_despite_missed_target(dossier: Dossier) -> Iterator[Answer]:
    """A row has full marks although its own values miss the target (未达标满分).

    Why it matters:
        Full marks say that the promise was kept; the figures next to them say that
        it was not.

    What it leaves alone:
        Values that can't be compared or have no direction (VL101, SC107); a late
        date with an extension named in the row; a month that contains it; a loss
        within self_evaluation.late_formula or the rounding; a saving rate in the
        cost class, which is positive by its name; targets of zero or less (SC109);
        the execution rate (BG304).
    """
    for claim in dossier.claims:
        due = claim.due(dossier.law)
        if due is None or not claim.is_full_though_missed(dossier.law):
            continue
        how = _how(claim.reading)
        if how == "late" and _is_extended(claim, dossier):
            continue
        yield Hit.on(
            claim.cell,
            {
                "actual": claim.reading.actual.raw,
                "target": claim.reading.target.raw,
                "weight": plain(claim.weight),
                "computed": plain(due),
            },
            variant=how,
            edits=(Edit.on(claim.cell, plain(due), safe=False),),
        )


def _how(reading: RowReading) -> str:
    """Which of the messages fits; empty for an actual below a lower limit."""
    match reading.target:
        case Deadline():
            return "late"
        case Span():
            return "outside"
        case Wording():
            return "not done"
    is_upper = reading.sign in (Sign.AT_MOST, Sign.LESS_THAN) or (
        reading.sign is Sign.EQUAL and reading.direction is Direction.NEGATIVE
    )
    return "above" if is_upper else ""


def _is_extended(claim: Claim, dossier: Dossier) -> bool:
    reason = text_of(claim.reading.indicator.reason)
    return any(word in reason for word in dossier.law.words(EXTENSIONS))
