"""What a report took over unchanged from its approval (批复已定的内容)."""

from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NotApplicable
from quanheng.comparing.counterparts import Counterpart, besides_execution
from quanheng.core.bilingual import Words
from quanheng.core.indicator import Indicator
from quanheng.scoring.same_target import same_target

NO_APPROVED_ROWS: Final = NotApplicable(
    Words("批复中无对应的指标", "no indicator is in the approval")
)


def are_weights_approved(dossier: Dossier, tolerance: Decimal) -> bool:
    """Whether every weight besides budget execution is the approved one (权重即批复).

    Then the approver has to correct them, not the unit.

    Args:
        dossier: The report with its approval.
        tolerance: Points by which two weights may differ.
    """
    same = [
        pair
        for pair in dossier.approved_rows
        if (weights := weights_of(pair)) and abs(weights[0] - weights[1]) <= tolerance
    ]
    rows = besides_execution(dossier.readings)
    return bool(rows) and len(same) == len(rows)


def weights_of(pair: Counterpart) -> tuple[Decimal, Decimal] | None:
    """The weight and the approved one, None unless both are numbers."""
    one, other = pair.row.indicator.weight, pair.other.indicator.weight
    ours = one.number if one else None
    theirs = other.number if other else None
    return None if ours is None or theirs is None else (ours, theirs)


def is_name_approved(dossier: Dossier, row: Indicator) -> bool:
    """Whether a row has exactly the approved name (名称即批复)."""
    pair = _approval_of(dossier, row)
    return pair is not None and pair.likeness == 1


def is_category_approved(dossier: Dossier, row: Indicator) -> bool:
    """Whether a row is in its approved category (归类即批复)."""
    pair = _approval_of(dossier, row)
    return pair is not None and pair.other.indicator.level_two is row.level_two


def is_target_approved(dossier: Dossier, row: Indicator) -> bool:
    """Whether a row's target is the approved one (指标值即批复)."""
    pair = _approval_of(dossier, row)
    return pair is not None and same_target(pair.row, pair.other)


def _approval_of(dossier: Dossier, row: Indicator) -> Counterpart | None:
    found = (b for b in dossier.approved_rows if b.row.indicator is row)
    return next(found, None)
