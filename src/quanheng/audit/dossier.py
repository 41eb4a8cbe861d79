"""What lies on the desk when one project is audited (审核卷宗)."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from quanheng.core.report import Project
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading, read_row
from quanheng.scoring.scorecard import Scorecard


@dataclass(frozen=True)
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

    @cached_property
    def readings(self) -> tuple[RowReading, ...]:
        """Every row of the main table, read; the rows that are not scored too."""
        known = {
            id(row.indicator): row.reading
            for row in self.scorecard.rows
            if row.reading is not None
        }
        year = self.project.evaluation_year
        return tuple(
            known.get(id(row)) or read_row(row, self.law, year)
            for row in self.project.indicators
        )
