from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.approval import NO_APPROVED_ROWS
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Need, Severity, rule
from quanheng.comparing.counterparts import NAME_SIMILARITY
from quanheng.core.bilingual import Words
from quanheng.core.field import filled
from quanheng.scoring.same_target import same_target


@rule(
    code="VL501",
    name="target-changed-after-approval",
    title=Words("指标值与批复不符", "Target differs from the approval"),
    message=Words(
        "“{name}”的目标值为“{stated}”，批复值为“{approved}”",
        "the target of “{name}” is “{stated}”; “{approved}” was approved",
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第十三条"),),
    law=(NAME_SIMILARITY,),
    needs=Need.APPROVED_TARGETS,
    fixing=Fixing.UNSAFE,
)
def target_changed_after_approval(dossier: Dossier) -> Iterator[Answer]:
    """A target is not the approved one (指标值与批复不符).

    Why it matters:
        A target that moves towards the result can't be missed; the evaluation has to
        use the indicators approved with the budget.

    What it leaves alone:
        The same value written differently, also without its sign or unit; an empty
        target on either side, which other rules report. For an adjusted project, hand
        over the last adjusted version as the approval.
    """
    if not dossier.approved_rows:
        yield NO_APPROVED_ROWS
        return
    for pair in dossier.approved_rows:
        row, approved = pair.row.indicator, pair.other.indicator.target
        if row.target is None or approved is None or not filled(approved):
            continue
        if row.target.is_blank or same_target(pair.row, pair.other):
            continue
        yield Hit.on(
            row.target,
            {"name": row.title, "stated": row.target.raw, "approved": approved.raw},
            edits=(Edit.on(row.target, approved.raw, safe=False),),
        )
