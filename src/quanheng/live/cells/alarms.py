"""The faults of a form that a spreadsheet can see (变色条件)."""

from quanheng.core.indicator import TO_JUDGE
from quanheng.document.live import Alarm, Tone
from quanheng.live.cells.live_row import RECOMPUTED, FormContext
from quanheng.live.cells.places import RowPlaces
from quanheng.live.cells.sheet import Sheet
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import Place, both, cell, in_row, text
from quanheng.live.formulas.hidden_cells import Aid, Kind
from quanheng.live.formulas.row_references import RowReferences
from quanheng.live.formulas.unit_slip import asks_for_unit


def warn_row(
    sheet: Sheet, places: RowPlaces, row: RowReferences, terms: FormContext
) -> None:
    """The faults of a row that a spreadsheet can see."""
    aids = row.aids
    score, weight, reason = row.cells["score"], row.cells["weight"], row.cells["reason"]
    is_counted = f"{aids[Aid.KIND]}<>{text(Kind.NOT_SCORED)}"
    lost = both(f"COUNT({score},{weight})=2", f"{score}<{weight}")
    sheet.warn(places.reason, Alarm(both(lost, f'TRIM({reason})=""'), Tone.WARNING))
    missing = both(is_counted, f'{aids[Aid.ACTUAL]}=""')
    sheet.warn(places.actual, Alarm(missing, Tone.WARNING))
    sheet.warn(
        places.weight, Alarm(both(f'TRIM({row.cells["name"]})<>""', f'{weight}=""'))
    )
    if terms.is_blank:
        nameless = both(f"N({weight})>0", f'TRIM({row.cells["name"]})=""')
        sheet.warn(places.name, Alarm(nameless, Tone.WARNING))
        slip = Alarm(asks_for_unit(row), Tone.WARNING)
        sheet.warn(places.actual, slip)
        sheet.warn(places.unit, slip)
        sheet.warn(places.score, Alarm(f"{score}={text(TO_JUDGE)}", Tone.WARNING))
        return
    beside = in_row(sheet.column(RECOMPUTED))
    differs = both(
        f"COUNT({score},{beside})=2",
        f"ABS({score}-{beside})>{defined_names.SCORE_TOLERANCE}+1E-9",
    )
    above = both(f"COUNT({score},{weight})=2", f"{score}>{weight}")
    empty = both(is_counted, f'TRIM({score})=""')
    unproved = both(f"ISNUMBER({score})", f"{beside}={text(TO_JUDGE)}")
    sheet.warn(
        places.score,
        *(Alarm(above), Alarm(differs)),
        *(Alarm(empty, Tone.WARNING), Alarm(unproved, Tone.WARNING)),
    )
    sheet.warn(places.completion, Alarm(_misstated(row)))


def _misstated(row: RowReferences) -> str:
    """Whether the stated completion is not the computed one, to whole percent."""
    stated, computed = row.cells["completion"], row.aids[Aid.COMPLETION]
    is_percent = f'LEFT(CELL("format",{stated}),1)="P"'
    percent = f"IF({is_percent},{stated}*100,{stated})"
    return both(f"COUNT({stated},{computed})=2", f"ABS({percent}-{computed})>1")


def warn_score(sheet: Sheet, score: Place, weight: Place, computed: Place) -> None:
    """Colour a stated score above its points or off the computed one."""
    above = both(
        f"COUNT({cell(score)},{cell(weight)})=2", f"{cell(score)}>{cell(weight)}"
    )
    differs = both(
        f"COUNT({cell(score)},{cell(computed)})=2",
        f"ABS({cell(score)}-{cell(computed)})>{defined_names.SCORE_TOLERANCE}+1E-9",
    )
    sheet.warn(score, Alarm(above), Alarm(differs))
