"""What lies on the desk when one project is audited (审核卷宗)."""

from dataclasses import dataclass
from datetime import date

from quanheng.core.report import Project
from quanheng.law.book import Law
from quanheng.scoring.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class Dossier:
    """One project with all that a rule may look at (审核卷宗).

    Attributes:
        project: What the report says.
        law: The parameters that apply to it.
        scorecard: Its scores, recomputed.
        as_of: The day of the audit; rules never read the clock.
        for_disclosure: Whether the report is to be published (公开).
    """

    project: Project
    law: Law
    scorecard: Scorecard
    as_of: date
    for_disclosure: bool = False
