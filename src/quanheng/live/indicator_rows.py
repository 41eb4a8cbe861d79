"""Makes the indicator rows of a form compute (指标行填报)."""

from typing import Final

from quanheng.document.live import Alarm, Live, Tone
from quanheng.document.table import Align
from quanheng.live.cells.alarms import warn_row
from quanheng.live.cells.choices import (
    ANSWERS,
    SIGNS,
    UNITS,
    level_one_choices,
    level_two_choices,
)
from quanheng.live.cells.live_row import (
    ADVICE,
    MANUAL,
    RECOMPUTED,
    FormContext,
    LiveRow,
    RowEntry,
)
from quanheng.live.cells.number_formats import OFFICIAL_SCORE, RATE, SCORE, TEXT
from quanheng.live.cells.places import RowPlaces
from quanheng.live.cells.sheet import Sheet
from quanheng.live.formulas.expressions import both, cases, either, in_row, text
from quanheng.live.formulas.helper_columns import Helper, Kind
from quanheng.live.formulas.row_formulas import RowFormulas, helpers_needed
from quanheng.live.formulas.row_references import RowReferences
from quanheng.live.formulas.score import execution_score
from quanheng.live.formulas.unit_slip import asks_for_unit

_REASON_LINES: Final = 2
_UNIT_HINT: Final = "可选，也可另填，如：万立方米、万元/公里"
_NAME_HINT: Final = (
    "三级指标名称，如：举办培训次数。行数不够时，选中上下相邻的两行，右键“取消隐藏”"
)


def fill_row(sheet: Sheet, entry: RowEntry, context: FormContext) -> LiveRow:
    """Make an indicator row compute."""
    places, row = entry.places, entry.places.row
    heading = MANUAL if context.is_blank else RECOMPUTED
    beside = row, sheet.column(heading)
    cells, score_at = places.references(), places.get("score")
    manual = in_row(beside[1])
    if score_at and not context.is_blank:
        manual = cells["score"]
    needed = helpers_needed(is_blank=context.is_blank)
    helpers = {helper: in_row(sheet.column(helper)) for helper in needed}
    refers = RowReferences(cells, helpers, manual, context.law, entry.known)
    formulas = RowFormulas(refers, sheet.formulas)
    for helper in needed:
        sheet.put_beside(row, helper, Live(formulas.of(helper), is_hidden=True))
    score = _score(refers, context, is_execution=places.is_execution)
    if context.is_blank:
        _open_blank(sheet, places, refers[Helper.COMPLETION], score, context)
        _add_manual_score(sheet, row, refers)
    else:
        sheet.put_beside(row, heading, Live(score, number=SCORE), entry.shown)
    warn_row(sheet, places, refers, context)
    computed = score_at if context.is_blank and score_at else beside
    return LiveRow(places, refers, computed)


def head_columns(sheet: Sheet, row: int, context: FormContext) -> None:
    """Add the headings of the columns beside the rows."""
    shown = (MANUAL, ADVICE) if context.is_blank else (RECOMPUTED,)
    sheet.repeat_header(row)
    sheet.put_headings(row, shown, hidden=False)
    sheet.put_headings(row, helpers_needed(is_blank=context.is_blank), hidden=True)


def _score(row: RowReferences, context: FormContext, *, is_execution: bool) -> str:
    """The score of a row, or why there is none."""
    own, weight, manual = row[Helper.SCORE], row[Helper.WEIGHT], row.manual
    is_counted = f"{row[Helper.KIND]}<>{text(Kind.NOT_SCORED)}"
    if context.is_blank:
        by_person = both(row.has_kind(Kind.UNCLEAR), f"ISNUMBER({manual})")
        shown = cases((by_person, f"MIN(MAX({manual},0),{weight})"), otherwise=own)
    else:
        shown = cases(
            (f'{own}<>""', own), (is_counted, row[Helper.KIND]), otherwise=text("")
        )
    if not is_execution:
        return shown
    by_row = execution_score(weight, "100", row[Helper.FIRST], context.law)
    is_rate = both(f'{row[Helper.UNIT]}="%"', f"ISNUMBER({row[Helper.FIRST]})")
    ways = [(is_rate, by_row)]
    if context.has_amounts:
        planned, spent = context.amount_names
        by_table = execution_score(weight, planned, spent, context.law)
        ways.insert(0, (f"COUNT({planned},{spent})=2", by_table))
    ways.insert(0, (f"NOT({is_counted})", text("")))
    return cases(*ways, otherwise=shown)


def _open_blank(
    sheet: Sheet, places: RowPlaces, percent: str, score: str, context: FormContext
) -> None:
    """Open the cells that a person fills in; compute score and completion."""
    law = context.law
    entries = {
        "name": Live(hint=_NAME_HINT),
        "level1": Live(choices=level_one_choices(law), is_strict=False),
        "level2": Live(choices=level_two_choices(law), is_strict=False),
        "sign": Live(choices=SIGNS, hint="定量指标选符号；时点、文字目标留空"),
        "target": Live(number=TEXT, hint="数字、10-20、2024年6月30日 或文字"),
        "unit": Live(choices=UNITS, is_strict=False, hint=_UNIT_HINT),
        "actual": Live(
            number=TEXT,
            choices=tuple(ANSWERS.values()),
            is_strict=False,
            hint="数字或日期；文字目标选三档答案之一",
        ),
        "weight": Live(limits=("0", "100"), hint="0至100分"),
        "reason": Live(room=_REASON_LINES),
    }
    actual = places.get("actual")
    if places.is_execution and context.has_amounts and actual:
        entries = {"weight": entries["weight"], "reason": entries["reason"]}
        sheet.put(actual, Live(_execution_rate(context), number=RATE))
    for name, live in entries.items():
        if place := places.get(name):
            sheet.open(place, live)
    if place := places.get("score"):
        sheet.put(place, Live(score, number=OFFICIAL_SCORE))
    if place := places.get("completion"):
        rate = f'IF({percent}="","",{percent}/100)'
        sheet.put(place, Live(rate, number=RATE))


def _execution_rate(context: FormContext) -> str:
    planned, spent = context.amount_names
    is_known = both(f"COUNT({planned},{spent})=2", f"N({planned})>0")
    return f'IF({is_known},{spent}/{planned},"")'


def _add_manual_score(sheet: Sheet, line: int, row: RowReferences) -> None:
    """Add the cell for the manual score and the advice beside it."""
    is_words, is_unclear = row.has_kind(Kind.WORDS), row.has_kind(Kind.UNCLEAR)
    wanted = both(either(is_words, is_unclear), f"NOT(ISNUMBER({row.manual}))")
    own = Live(
        is_open=True,
        number=SCORE,
        limits=("0", row[Helper.WEIGHT]),
        hint="定性指标和无法自动计分的行在此给分",
        alarms=(Alarm(wanted, Tone.WARNING),),
    )
    sheet.put_beside(line, MANUAL, own)
    advice = cases(
        (both(wanted, is_words), text("请按所选档次在“人工评分”列给分")),
        (
            both(wanted, asks_for_unit(row)),
            text("疑似计量单位有误，请核对完成值和指标值"),
        ),
        (wanted, text("无法自动计分：请核对符号、指标值、单位，或在“人工评分”列给分")),
        (row.has_kind(Kind.NO_TARGET), text("缺年度指标值")),
        (row.has_kind(Kind.NO_WEIGHT), text("缺分值")),
        otherwise=text(""),
    )
    sheet.put_beside(line, ADVICE, Live(advice), align=Align.LEFT)
