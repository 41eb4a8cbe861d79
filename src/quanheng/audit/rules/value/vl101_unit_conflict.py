from collections.abc import Iterator
from itertools import combinations

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.quantity import Dimension, Unit
from quanheng.scoring.answers_in_words import YES_NO, yes_or_no
from quanheng.scoring.reading import RowReading
from quanheng.scoring.units import Conflict, conflict_of


@rule(
    code="VL101",
    name="unit-conflict",
    title=Words(
        "目标值、业绩值与指标名称单位不一致",
        "Units of name, target and actual conflict",
    ),
    message=Words(
        "“{name}”计量单位不一致：名称{unit}，目标值{target}，业绩值{actual}",
        "the units of “{name}” conflict: name “{unit}”, target “{target}”, "
        "actual “{actual}”",
    ),
    variants={
        "factor": Words(
            "“{name}”计量单位量级不一致：名称{unit}，目标值{target}，业绩值{actual}",
            "the units of “{name}” differ in size: name “{unit}”, target “{target}”, "
            "actual “{actual}”",
        )
    },
    severity=Severity.ERROR,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(YES_NO,),
    needs_indicators=True,
)
def unit_conflict(dossier: Dossier) -> Iterator[Answer]:
    """Name, target and actual of a row carry incompatible units (单位冲突).

    Why it matters:
        A target in one unit is neither reached nor missed by an actual in another.

    What it leaves alone:
        A missing unit, which is inherited; aliases of one unit; similar units
        (VL104); % and 百分点 (VL103); a percentage for a yes/no target or in a column
        of completion rates. Where target and actual carry units of one dimension the
        finding is info, as the value can be converted.

    Catalogue:
        Two written units that convert exactly were lowered from error to info.
    """
    table = dossier.project.table
    actuals_are_rates = table is not None and table.actuals_are_rates
    for reading in dossier.readings:
        row = reading.indicator
        if yes_or_no(text_of(row.target), dossier.law) is not None:
            continue
        found = _conflicts(reading, actuals_are_rates=actuals_are_rates)
        if not found:
            continue
        by_size = Conflict.DIMENSION not in found
        converts = reading.target_unit is not None and reading.actual_unit is not None
        place = row.actual or row.name
        yield Hit.on(
            place,
            {
                "name": row.title,
                "unit": reading.name_unit.symbol if reading.name_unit else "—",
                "target": text_of(row.target) or "—",
                "actual": text_of(row.actual) or "—",
            },
            also=tuple(cell.at for cell in (row.name, row.target) if cell is not None),
            severity=Severity.INFO if by_size and converts else None,
            variant="factor" if by_size else "",
        )


def _conflicts(reading: RowReading, *, actuals_are_rates: bool) -> set[Conflict]:
    actual = reading.actual_unit
    if actuals_are_rates and actual and actual.dimension is Dimension.RATE:
        actual = None
    units: list[Unit] = [
        unit
        for unit in (reading.name_unit, reading.target_unit, actual)
        if unit is not None
    ]
    pairs = (conflict_of(one, other) for one, other in combinations(units, 2))
    return {conflict for conflict in pairs if conflict is not None}
