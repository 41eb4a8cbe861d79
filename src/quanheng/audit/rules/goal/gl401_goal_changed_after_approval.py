import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Need,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words, listed
from quanheng.core.field import Field, filled
from quanheng.core.quantity import plain, rounded
from quanheng.language.similarity import bare, similarity

_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


@rule(
    code="GL401",
    name="goal-changed-after-approval",
    title=Words("年度目标与批复目标不一致", "Goal changed after approval"),
    message=Words(
        "年度目标与批复目标不一致，文字重合{share}%，应按批复填列",
        "the annual goal is not the approved one ({share}% of the text is the same)",
    ),
    variants={
        "numbers": Words(
            "年度目标中的数据为{stated}，批复目标中为{approved}，应按批复填列",
            "the annual goal has the figures {stated}; the approved one {approved}",
        ),
        "shortened": Words(
            "年度目标仅摘录批复目标的一部分，数据未变",
            "the annual goal is a part of the approved one, with the same figures",
        ),
    },
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第十三条"),),
    needs=Need.APPROVED_TARGETS,
    fixing=Fixing.UNSAFE,
)
def goal_changed_after_approval(dossier: Dossier) -> Iterator[Answer]:
    """The annual goal is not the one that was approved (与批复目标不一致).

    Why it matters:
        A goal that is written after the year describes the result; it can no longer
        be missed.

    What it leaves alone:
        Punctuation and spacing. A shortened text with the same figures is info, as
        forms limit the length. Recorded adjustments come with the workflow.
    """
    approved = dossier.approved.project.goals.annual if dossier.approved else None
    goal = dossier.project.goals.annual
    if goal is None or approved is None or not filled(goal) or not filled(approved):
        yield not_applicable(
            "批复或自评表无年度目标", "approval or report has no annual goal"
        )
        return
    if bare(goal.raw) != bare(approved.raw):
        yield _hit(goal, approved)


def _hit(goal: Field, approved: Field) -> Hit:
    ours, theirs = _NUMBER.findall(goal.raw), _NUMBER.findall(approved.raw)
    changed = [number for number in ours if number not in theirs]
    before = [number for number in theirs if number not in ours]
    shortened = ours == theirs and bare(goal.raw) in bare(approved.raw)
    share = similarity(goal.raw, approved.raw) * 100
    return Hit.on(
        goal,
        {
            "share": plain(rounded(share, 0)),
            "stated": listed(changed),
            "approved": listed(before),
        },
        severity=Severity.INFO if shortened else None,
        variant="shortened" if shortened else "numbers" if changed and before else "",
        edits=(Edit.on(goal, approved.raw, safe=False),),
    )
