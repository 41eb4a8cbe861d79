"""A project with its scores, the basis of a draft (起草依据)."""

from dataclasses import dataclass
from decimal import Decimal

from quanheng.core.budget import BudgetRow
from quanheng.core.field import Field, filled
from quanheng.core.report import Project
from quanheng.law.book import Law
from quanheng.scoring.budget.execution_rate import denominator_row, execution_rate
from quanheng.scoring.budget.stated_rates import RATE_TOLERANCE, rate_agrees
from quanheng.scoring.claims import SCORE_TOLERANCE
from quanheng.scoring.scorecard import RowScore, Scorecard


@dataclass(frozen=True)
class Paper:
    """A project, its scores and the law in force (起草依据).

    Attributes:
        project: The project as stated.
        card: Its recomputed scores.
        law: The parameters in force.
    """

    project: Project
    card: Scorecard
    law: Law

    @property
    def rate(self) -> Decimal | None:
        """The execution rate; None where unknown or stated differently."""
        budget = self.project.budget
        if budget is None:
            return None
        rate = execution_rate(budget, denominator=denominator_row(self.law))
        if rate is None:
            return None
        tolerance = self.law.number(RATE_TOLERANCE)
        stated: list[Field | None] = [budget.cell(BudgetRow.EXECUTION_RATE)]
        stated += [r.actual for r in self.project.indicators if r.is_execution]
        agrees = all(
            rate_agrees(cell, rate, tolerance)
            for cell in stated
            if cell is not None and filled(cell)
        )
        return rate if agrees else None

    @property
    def total(self) -> Decimal | None:
        """The total score; None where the stated and the recomputed one differ."""
        return self._agreed(self.card.stated_total, self.card.total)

    def score(self, row: RowScore) -> Decimal | None:
        """The score of a row; None where the stated and the recomputed one differ."""
        recomputed = None if row.band else row.recomputed
        return self._agreed(row.stated, recomputed)

    def _agreed(
        self, stated: Decimal | None, recomputed: Decimal | None
    ) -> Decimal | None:
        if stated is None or recomputed is None:
            return recomputed if stated is None else stated
        tolerance = self.law.number(SCORE_TOLERANCE)
        return stated if abs(stated - recomputed) <= tolerance else None
