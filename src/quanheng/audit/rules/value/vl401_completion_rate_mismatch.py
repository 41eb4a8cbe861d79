from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Sign
from quanheng.core.field import Field
from quanheng.core.quantity import Quantity
from quanheng.scoring.budget.stated_rates import rate_agrees, rate_text, stated_percent
from quanheng.scoring.formulas.limits import ways_in_use
from quanheng.scoring.reading import RowReading, quantity_of

TOLERANCE = "self_evaluation.rate_tolerance"
DECIMALS = "self_evaluation.rate_decimals"
FULL = Decimal(100)
_UPPER = (Sign.AT_MOST, Sign.LESS_THAN)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A stated completion rate with its target and actual (完成率)."""

    reading: RowReading
    cell: Field
    target: Quantity
    actual: Quantity

    @property
    def percent(self) -> Decimal:
        return self.actual.value / self.target.value * FULL

    @property
    def is_inverse(self) -> bool:
        return self.reading.sign in _UPPER

    def may_be(self) -> tuple[Decimal, ...]:
        """The rates by the formulas in use; a single one for a positive indicator."""
        return ways_in_use(self.reading)


@rule(
    code="VL401",
    name="completion-rate-mismatch",
    title=Words("完成率与业绩、目标不符", "Completion rate is not actual ÷ target"),
    message=Words(
        "“{name}”完成率填为{stated}，按业绩值{actual}÷目标值{target}应为{computed}",
        "the completion rate of “{name}” is stated as {stated}; “{actual}” ÷ "
        "“{target}” gives {computed}",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=(TOLERANCE, DECIMALS),
    fixing=Fixing.SAFE,
    needs_indicators=True,
)
def completion_rate_mismatch(dossier: Dossier) -> Iterator[Answer]:
    """The stated completion rate is not actual ÷ target (完成率).

    Why it matters:
        The rate is what readers look at first, and scores follow from it.

    What it leaves alone:
        Rates capped at 100% in the whole column; any of the formulas in use for an
        upper limit; dates and words; rows that can't be computed (VL402, VL403).
    """
    rows = [row for reading in dossier.readings if (row := _stated(reading))]
    capped = all((stated_percent(row.cell) or FULL) <= FULL for row in rows)
    tolerance = dossier.law.number(TOLERANCE)
    places = int(dossier.law.number(DECIMALS))
    for row in rows:
        if capped and row.percent > FULL and stated_percent(row.cell) == FULL:
            continue
        if any(rate_agrees(row.cell, way, tolerance) for way in row.may_be()):
            continue
        new = rate_text(row.cell, row.may_be()[0], places)
        yield Hit.on(
            row.cell,
            {
                "name": row.reading.indicator.title,
                "stated": row.cell.raw,
                "actual": row.actual,
                "target": row.target,
                "computed": new,
            },
            edits=() if row.is_inverse else (Edit.on(row.cell, new, safe=True),),
        )


def _stated(reading: RowReading) -> _Stated | None:
    cell = reading.indicator.completion
    if cell is None or stated_percent(cell) is None or reading.obstacle is not None:
        return None
    target, actual = quantity_of(reading.target), quantity_of(reading.actual)
    if target is None or actual is None or target.value <= 0:
        return None
    converted = actual.to(target.unit)
    return None if converted is None else _Stated(reading, cell, target, converted)
