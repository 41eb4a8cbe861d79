from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Insufficient, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.scoring.inflation import is_all_or_nothing
from quanheng.scoring.reading import RowReading, quantity_of

FEWEST = "self_evaluation.same_value_rows"
_NO_COMPARISON = Words(
    "可比较的定量指标过少", "too few quantitative rows can be compared"
)


@rule(
    code="VL306",
    name="all-actuals-equal-targets",
    title=Words("业绩值全部等于目标值", "Every actual equals its target"),
    message=Words(
        "可比较的{count}项定量指标业绩值均等于目标值，应核实",
        "all {count} comparable quantitative rows have an actual equal to the target",
    ),
    severity=Severity.INFO,
    basis=(("财预〔2020〕10号", "第二十一条"),),
    law=(FEWEST,),
    judges_whole=True,
    needs_indicators=True,
)
def all_actuals_equal_targets(dossier: Dossier) -> Iterator[Answer]:
    """Every comparable actual is exactly its target (业绩值等于目标值).

    Why it matters:
        Results that hit every target are rare; the actuals may have been copied. The
        finding is a reason to look at the evidence, not a verdict.

    What it leaves alone:
        Fewer comparable rows than the parameter, budget execution included; reports
        whose targets are all 100% or zero.
    """
    rows = [reading for reading in dossier.readings if _is_comparable(reading)]
    if len(rows) < dossier.law.number(FEWEST):
        yield Insufficient(_NO_COMPARISON)
        return
    if all(map(is_all_or_nothing, rows)) or not all(map(_is_equal, rows)):
        return
    cells = [row.indicator.actual for row in rows]
    yield Hit(
        at=dossier.project.table_at,
        says={"count": len(rows)},
        also=tuple(cell.at for cell in cells if cell is not None),
    )


def _is_comparable(reading: RowReading) -> bool:
    wanted, got = quantity_of(reading.target), quantity_of(reading.actual)
    return (
        reading.obstacle is None
        and wanted is not None
        and got is not None
        and got.to(wanted.unit) is not None
    )


def _is_equal(reading: RowReading) -> bool:
    wanted, got = quantity_of(reading.target), quantity_of(reading.actual)
    return (
        wanted is not None and got is not None and (got.base_value == wanted.base_value)
    )
