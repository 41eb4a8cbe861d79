from collections.abc import Iterator
from itertools import combinations

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.quantity import Dimension, Unit
from quanheng.language.phrases.scales import Scales
from quanheng.scoring.reading import RowReading
from quanheng.scoring.units import conflict_of

COUNT_UNITS = "words.count_units"
_TIME = frozenset({Dimension.DAYS, Dimension.WORKING_DAYS, Dimension.MONTHS})


@rule(
    code="VL104",
    name="units-not-comparable",
    title=Words("计量单位近似但不可比", "Similar units that do not compare"),
    message=Words(
        "“{name}”混用单位“{one}”和“{other}”：目标值“{target}”，业绩值“{actual}”",
        "“{name}” mixes {one} and {other}: target “{target}”, actual “{actual}”",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(COUNT_UNITS,),
    needs_indicators=True,
)
def units_not_comparable(dossier: Dossier) -> Iterator[Answer]:
    """Name, target and actual use similar but different units (单位近似).

    Why it matters:
        Three activities may fill one day or one series: two units are two results.

    What it leaves alone:
        Aliases of one unit; units that convert exactly (年 and 月); dates; incompatible
        units (VL101).

    Catalogue:
        No edit: whether the unit or the number is wrong can't be told from the cell.
    """
    classes = dossier.law.word_lists(COUNT_UNITS)
    for reading in dossier.readings:
        pair = _mixed(reading, classes)
        if pair is None:
            continue
        row = reading.indicator
        place = row.actual or row.name
        yield Hit.on(
            place,
            {
                "name": row.title,
                "one": pair[0].symbol,
                "other": pair[1].symbol,
                "target": text_of(row.target),
                "actual": text_of(row.actual),
            },
        )


def _mixed(reading: RowReading, classes: Scales) -> tuple[Unit, Unit] | None:
    units = [
        unit
        for unit in (reading.name_unit, reading.target_unit, reading.actual_unit)
        if unit is not None
    ]
    pairs = list(combinations(units, 2))
    if any(conflict_of(one, other) for one, other in pairs):
        return None
    return next((pair for pair in pairs if _are_near(*pair, classes)), None)


def _are_near(one: Unit, other: Unit, classes: Scales) -> bool:
    if one.converts_to(other):
        return False
    if one.dimension in _TIME and other.dimension in _TIME:
        return True
    return any(one.base in units and other.base in units for units in classes)
