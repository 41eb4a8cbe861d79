from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import Dimension
from quanheng.scoring.reading import quantity_of

GOOD_SHARES = "words.good_shares"
BAD_SHARES = "words.bad_shares"
FULL = Decimal(100)


@rule(
    code="VL106",
    name="percentage-out-of-range",
    title=Words("百分率超出范围", "Percentage out of range"),
    message=Words(
        "“{name}”的{cell}为“{value}”，应在0至100%之间",
        "the {cell} of “{name}” is “{value}”; it lies between 0 and 100%",
    ),
    severity=Severity.ERROR,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(GOOD_SHARES, BAD_SHARES),
    needs_indicators=True,
)
def percentage_out_of_range(dossier: Dossier) -> Iterator[Answer]:
    """A share of a whole is below zero or above 100% (百分率).

    Why it matters:
        No more than 100% can be satisfied or pass; the figure must be something else.

    What it leaves alone:
        Rates that may exceed 100%: growth, completion, yield, leverage; the budget
        execution rate (BG402).
    """
    shares = dossier.law.words(GOOD_SHARES) + dossier.law.words(BAD_SHARES)
    for reading in dossier.readings:
        row = reading.indicator
        if row.is_execution or not row.title.endswith(shares):
            continue
        for label, cell, value in (
            (Words("目标值", "target"), row.target, reading.target),
            (Words("业绩值", "actual"), row.actual, reading.actual),
        ):
            quantity = quantity_of(value)
            if cell is None or quantity is None:
                continue
            if quantity.unit.dimension not in (Dimension.RATE, Dimension.NONE):
                continue
            if not 0 <= quantity.base_value <= FULL:
                yield Hit.on(
                    cell, {"name": row.title, "cell": label, "value": cell.raw}
                )
