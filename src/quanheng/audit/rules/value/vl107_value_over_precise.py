from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Number
from quanheng.core.quantity import rounded
from quanheng.scoring.budget.stated_rates import decimals_in

DECIMALS = "self_evaluation.rate_decimals"


@rule(
    code="VL107",
    name="value-over-precise",
    title=Words("业绩值精度超过统计口径", "Value more precise than its basis"),
    message=Words(
        "“{name}”的业绩值“{value}”有{count}位小数，比率应保留{places}位小数",
        "the actual “{value}” of “{name}” has {count} decimals; rates keep {places}",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(DECIMALS,),
    fixing=Fixing.SAFE,
    needs_indicators=True,
)
def value_over_precise(dossier: Dossier) -> Iterator[Answer]:
    """A rate has more decimals than its basis supports (精度).

    Why it matters:
        A survey of 200 people does not know a ten-thousandth of a per cent.

    What it leaves alone:
        Measured values and money.
    """
    places = int(dossier.law.number(DECIMALS))
    for reading in dossier.readings:
        cell, value = reading.indicator.actual, reading.actual
        if cell is None or not isinstance(value, Number) or not cell.is_figure_only:
            continue
        number, unit = value.quantity.value, reading.actual_unit
        if unit is None or unit.symbol != "%" or decimals_in(number) <= places:
            continue
        new = cell.raw.replace(f"{number:f}", f"{rounded(number, places):f}")
        yield Hit.on(
            cell,
            {
                "name": reading.indicator.title,
                "value": cell.raw,
                "count": decimals_in(number),
                "places": places,
            },
            edits=(Edit.on(cell, new, safe=True),) if new != cell.raw else (),
        )
