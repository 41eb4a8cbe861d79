from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Edit, Fixing, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline, Wording
from quanheng.core.field import text_of
from quanheng.core.indicator import LevelOne
from quanheng.scoring.reading import RowReading, quantity_of
from quanheng.scoring.units import RATE_NAMES

UNITLESS = "words.unitless_terms"
COUNTING = "words.counting_names"
UNDERSTOOD = (RATE_NAMES, UNITLESS, COUNTING)
"""Endings of names that need no unit."""


@rule(
    code="VL102",
    name="unit-missing",
    title=Words("数值未注明单位", "Number without a unit"),
    message=Words(
        "“{name}”的数值“{value}”未注明单位，应补充",
        "the value “{value}” of “{name}” has no unit",
    ),
    variants={
        "name": Words(
            "其他指标名称多已注明单位，“{name}”未注明，应补充（{unit}）",
            "most names carry their unit in brackets; “{name}” lacks ({unit})",
        )
    },
    severity=Severity.INFO,
    basis=(("财预〔2020〕10号", "附1 自评表"),),
    law=UNDERSTOOD,
    fixing=Fixing.SAFE,
    needs_indicators=True,
)
def unit_missing(dossier: Dossier) -> Iterator[Answer]:
    """A value has no unit, or a name lacks the unit that other names give (单位).

    Why it matters:
        30 may be yuan or ten thousand yuan; without a unit nobody can say.

    What it leaves alone:
        Rates, scores and index numbers; names that end in what is counted (人数,
        次数); a unit inherited from name, target or actual; targets in words or
        dates; budget execution; names that end in another note in brackets.
    """
    rows = [
        reading for reading in dossier.readings if not reading.indicator.is_execution
    ]
    endings = tuple(word for name in UNDERSTOOD for word in dossier.law.words(name))
    named = _most_names_have_units(rows)
    for reading in rows:
        if not _units(reading):
            yield from _without_unit(reading, endings)
        elif named and _has_value(reading) and reading.name_unit is None:
            yield from _without_unit_in_name(reading)


def _has_value(reading: RowReading) -> bool:
    return quantity_of(reading.target) is not None


def _units(reading: RowReading) -> list[str]:
    units = (reading.target_unit, reading.actual_unit, reading.name_unit)
    return [unit.symbol for unit in units if unit is not None]


def _most_names_have_units(rows: list[RowReading]) -> bool:
    valued = [reading for reading in rows if _has_value(reading)]
    return 2 * sum(reading.name_unit is not None for reading in valued) > len(valued)


def _without_unit(reading: RowReading, endings: tuple[str, ...]) -> Iterator[Hit]:
    row = reading.indicator
    if row.level_one is LevelOne.SATISFACTION or row.title.endswith(endings):
        return
    if isinstance(reading.target, Wording | Deadline):
        return
    pairs = ((row.target, reading.target), (row.actual, reading.actual))
    for cell, value in pairs:
        if cell is not None and quantity_of(value) is not None:
            yield Hit.on(cell, {"name": row.title, "value": cell.raw})
            return


def _without_unit_in_name(reading: RowReading) -> Iterator[Hit]:
    row = reading.indicator
    if row.unit_in_name or text_of(row.name).endswith(("）", ")")):
        return
    unit = _units(reading)[0]
    yield Hit.on(
        row.name,
        {"name": row.title, "unit": unit},
        variant="name",
        edits=(Edit.on(row.name, f"{row.name.raw}（{unit}）", safe=True),),
    )
