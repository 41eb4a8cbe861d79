from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.quantity import Quantity, plain
from quanheng.scoring.reading import RowReading, quantity_of

TOLERANCE = "self_evaluation.rate_tolerance"
PERCENT = Decimal(100)


@rule(
    code="VL402",
    name="completion-rate-ignores-unit",
    title=Words("完成率未按单位换算", "Completion rate ignores the unit"),
    message=Words(
        "“{name}”完成率{stated}%未换算单位：业绩值{actual}折合{converted}，"
        "目标值为{target}",
        "the completion rate {stated}% of “{name}” compares bare numbers: the actual "
        "“{actual}” is “{converted}”, the target “{target}”",
    ),
    severity=Severity.ERROR,
    basis=(("财预〔2020〕10号", "第十六条"),),
    law=(TOLERANCE,),
    needs_indicators=True,
)
def completion_rate_ignores_unit(dossier: Dossier) -> Iterator[Answer]:
    """The completion rate divides two numbers of different units (单位换算).

    Why it matters:
        30 and 30万 look like 100%, yet one is ten thousand times the other.

    What it leaves alone:
        A target whose unit is given neither by itself nor by its name; a rate that
        follows from the converted values.
    """
    tolerance = dossier.law.number(TOLERANCE)
    for reading in dossier.readings:
        row = reading.indicator
        stated = row.completion.number if row.completion else None
        pair = _pair(reading)
        if stated is None or pair is None or row.completion is None:
            continue
        target, actual, converted = pair
        bare = actual.value / target.value * PERCENT
        true = converted.value / target.value * PERCENT
        if abs(stated - bare) <= tolerance < abs(stated - true):
            yield Hit.on(
                row.completion,
                {
                    "name": row.title,
                    "stated": plain(stated),
                    "actual": actual,
                    "converted": converted,
                    "target": target,
                },
                also=tuple(c.at for c in (row.target, row.actual) if c is not None),
            )


def _pair(reading: RowReading) -> tuple[Quantity, Quantity, Quantity] | None:
    """Target, actual, and the actual in the target's unit where that differs."""
    if reading.target_unit is None and reading.name_unit is None:
        return None
    target, actual = quantity_of(reading.target), quantity_of(reading.actual)
    if target is None or actual is None or target.value == 0:
        return None
    converted = actual.to(target.unit)
    if converted is None or converted.value == actual.value:
        return None
    return target, actual, converted
