from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words, listed
from quanheng.core.expression import Duration, Number
from quanheng.core.indicator import LevelTwo
from quanheng.scoring.direction import Direction
from quanheng.scoring.reading import RowReading

POSITIVE_WORDS = "words.positive"
NEGATIVE_WORDS = "words.negative"
MOST_SHOWN = 6


@rule(
    code="VL201",
    name="operator-missing",
    title=Words("目标值缺少比较符", "Target without comparison sign"),
    message=Words(
        "{count}项数值目标未标明比较符（{values}），应注明≥、≤或=",
        "{count} numeric targets have no sign ({values}); ≥, ≤ or = is due",
    ),
    variants={
        "unknown": Words(
            "{count}项数值目标未标明比较符（{values}），"
            "其中“{names}”无法判断正向或逆向",
            "{count} numeric targets have no sign ({values}); whether more is better "
            "can't be told for “{names}”",
        )
    },
    severity=Severity.INFO,
    basis=(
        ("财预〔2021〕101号", ""),
        ("practice", "省级财政信息系统的做法"),
    ),
    law=(POSITIVE_WORDS, NEGATIVE_WORDS),
    fixing=Fixing.UNSAFE,
    needs_indicators=True,
)
def operator_missing(dossier: Dossier) -> Iterator[Answer]:
    """Numeric targets carry no comparison sign (计算符号).

    Why it matters:
        Without a sign nobody knows whether more is better, and the formula depends on
        it.

    What it leaves alone:
        Dates, times and targets in words; the budget execution row, whose formula
        the rule sets; indicators in running text. All rows of a report are one
        finding; edits are offered for the rows whose name gives the direction.
    """
    if dossier.project.table and dossier.project.table.is_prose:
        yield not_applicable(
            "指标在正文中叙述", "the indicators are told in running text"
        )
        return
    rows = [reading for reading in dossier.readings if _lacks_sign(reading)]
    cells = [cell for row in rows if (cell := row.indicator.target) is not None]
    if not cells:
        return
    edits = [edit for row in rows if (edit := _edit(row)) is not None]
    unknown = [row for row in rows if row.direction is Direction.UNKNOWN]
    yield Hit.across(
        cells,
        {
            "count": len(cells),
            "values": listed((cell.raw for cell in cells), MOST_SHOWN),
            "names": listed((row.indicator.title for row in unknown), MOST_SHOWN),
        },
        variant="unknown" if unknown else "",
        edits=tuple(edits),
    )


def _lacks_sign(reading: RowReading) -> bool:
    row = reading.indicator
    if row.is_execution or row.target is None or reading.sign_is_stated:
        return False
    if isinstance(reading.target, Duration):
        return row.level_two is not LevelTwo.TIMELINESS
    return isinstance(reading.target, Number) and reading.target.sign is None


def _edit(reading: RowReading) -> Edit | None:
    cell = reading.indicator.target
    sign = {Direction.POSITIVE: "≥", Direction.NEGATIVE: "≤"}.get(reading.direction)
    if cell is None or sign is None or not cell.is_figure_only:
        return None
    return Edit.on(cell, f"{sign}{cell.raw}", safe=False)
