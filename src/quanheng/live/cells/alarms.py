"""Conditions under which a cell changes colour (变色条件)."""

from quanheng.core.indicator import TO_JUDGE
from quanheng.document.live import Alarm, Tone
from quanheng.live.cells.live_row import RECOMPUTED, FormContext
from quanheng.live.cells.places import RowPlaces
from quanheng.live.cells.sheet import Sheet
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import both, in_row, text
from quanheng.live.formulas.helper_columns import Helper, Kind
from quanheng.live.formulas.row_references import RowReferences
from quanheng.live.formulas.unit_slip import asks_for_unit


def warn_row(
    sheet: Sheet, places: RowPlaces, row: RowReferences, context: FormContext
) -> None:
    """Set the alarms of an indicator row."""
    weight_at, score_at = places.get("weight"), places.get("score")
    score, weight, reason = row.cells["score"], row.cells["weight"], row.cells["reason"]
    is_counted = f"{row[Helper.KIND]}<>{text(Kind.NOT_SCORED)}"
    lost = both(f"COUNT({score},{weight})=2", f"{score}<{weight}")
    sheet.warn(
        places.get("reason"), Alarm(both(lost, f'TRIM({reason})=""'), Tone.WARNING)
    )
    missing = both(is_counted, f'{row[Helper.ACTUAL]}=""')
    sheet.warn(places.get("actual"), Alarm(missing, Tone.WARNING))
    no_weight = both(f'TRIM({row.cells["name"]})<>""', f'{weight}=""')
    sheet.warn(weight_at, Alarm(no_weight))
    if context.is_blank:
        nameless = both(f"N({weight})>0", f'TRIM({row.cells["name"]})=""')
        sheet.warn(places.get("name"), Alarm(nameless, Tone.WARNING))
        slip = Alarm(asks_for_unit(row), Tone.WARNING)
        sheet.warn(places.get("actual"), slip)
        sheet.warn(places.get("unit"), slip)
        sheet.warn(score_at, Alarm(f"{score}={text(TO_JUDGE)}", Tone.WARNING))
        return
    computed = in_row(sheet.column(RECOMPUTED))
    empty = both(is_counted, f'TRIM({score})=""')
    unproved = both(f"ISNUMBER({score})", f"{computed}={text(TO_JUDGE)}")
    sheet.warn(score_at, *score_alarms(score, weight, computed))
    sheet.warn(score_at, Alarm(empty, Tone.WARNING), Alarm(unproved, Tone.WARNING))
    sheet.warn(places.get("completion"), Alarm(_misstated(row)))


def _misstated(row: RowReferences) -> str:
    """Whether the stated completion differs from the computed one by over 1 %."""
    stated, computed = row.cells["completion"], row[Helper.COMPLETION]
    is_percent = f'LEFT(CELL("format",{stated}),1)="P"'
    percent = f"IF({is_percent},{stated}*100,{stated})"
    return both(f"COUNT({stated},{computed})=2", f"ABS({percent}-{computed})>1")


def score_alarms(score: str, weight: str, computed: str) -> tuple[Alarm, Alarm]:
    """Alarms for a stated score above its points, or off the computed score."""
    above = both(f"COUNT({score},{weight})=2", f"{score}>{weight}")
    differs = both(
        f"COUNT({score},{computed})=2",
        f"ABS({score}-{computed})>{defined_names.SCORE_TOLERANCE}+1E-9",
    )
    return Alarm(above), Alarm(differs)
