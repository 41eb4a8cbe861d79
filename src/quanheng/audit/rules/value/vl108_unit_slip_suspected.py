from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.scoring.reading import RowReading
from quanheng.scoring.unit_slip import Slip


@rule(
    code="VL108",
    name="unit-slip-suspected",
    title=Words("疑似计量单位误填", "Unit slip suspected"),
    message=Words(
        "“{name}”业绩值{actual}与目标值{target}相差悬殊，若按{meant}计即为{same}，"
        "应核对业绩值的单位",
        "“{name}”: the actual “{actual}” is far from the target “{target}”, yet "
        "“{meant}” would be “{same}”; check the unit of the actual",
    ),
    variants={
        "target": Words(
            "“{name}”目标值{target}与业绩值{actual}相差悬殊，若按{meant}计即为{same}，"
            "应核对目标值的单位",
            "“{name}”: the actual “{actual}” is far from the target “{target}”, yet "
            "“{meant}” would be “{same}”; check the unit of the target",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    needs_indicators=True,
)
def unit_slip_suspected(dossier: Dossier) -> Iterator[Answer]:
    """Target and actual only fit if one is read in another unit (单位误填).

    Why it matters:
        In a row counted in 万人, 12300 people look like ten thousand times the target
        and earn full marks that nobody has checked.

    What it leaves alone:
        Results that are off by a factor below some dozens; lengths of time; a
        percentage written with %; a whole number ten thousand times too small, which
        may be true.

    Catalogue:
        The row gets no score: only the unit knows which reading is right.
    """
    for reading in dossier.readings:
        if reading.slip is not None:
            yield _hit(reading, reading.slip)


def _hit(reading: RowReading, slip: Slip) -> Hit:
    row = reading.indicator
    target, actual = row.target or row.name, row.actual or row.name
    place, other = (target, actual) if slip.is_target else (actual, target)
    return Hit.on(
        place,
        {
            "name": row.title,
            "actual": reading.actual.raw,
            "target": reading.target.raw,
            "meant": slip.said,
            "same": str(slip.same),
        },
        also=(other.at,),
        variant="target" if slip.is_target else "",
    )
