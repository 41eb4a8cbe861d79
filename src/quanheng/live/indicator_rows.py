"""The indicator rows of a form that computes (指标行填报)."""

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
    BY_PERSON,
    RECOMPUTED,
    FormContext,
    LiveRow,
    RowEntry,
)
from quanheng.live.cells.number_formats import OFFICIAL_SCORE, RATE, SCORE, TEXT
from quanheng.live.cells.places import RowPlaces
from quanheng.live.cells.sheet import Sheet
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import both, cases, either, in_row, text
from quanheng.live.formulas.hidden_cells import Aid, Aids, Kind, has_kind
from quanheng.live.formulas.row_formulas import RowFormulas, aids_of
from quanheng.live.formulas.row_references import RowReferences
from quanheng.live.formulas.score import execution_score
from quanheng.live.formulas.unit_slip import asks_for_unit

_REASON_LINES: Final = 2
_UNIT_HINT: Final = "可选，也可另填，如：万立方米、万元/公里"
_NAME_HINT: Final = (
    "三级指标名称，如：举办培训次数。行数不够时，选中上下相邻的两行，右键“取消隐藏”"
)


def fill_row(sheet: Sheet, entry: RowEntry, terms: FormContext) -> LiveRow:
    """Bring an indicator row to life.

    Args:
        sheet: The table.
        entry: The row.
        terms: What all rows share.
    """
    places, row = entry.places, entry.places.row
    heading = BY_PERSON if terms.is_blank else RECOMPUTED
    beside = row, sheet.column(heading)
    cells, placed = places.cells(), in_row(beside[1])
    if places.score and not terms.is_blank:
        placed = cells["score"]
    needed = aids_of(is_blank=terms.is_blank)
    aids = {aid: in_row(sheet.column(aid)) for aid in needed}
    refers = RowReferences(cells, aids, placed, terms.law, entry.known)
    formulas = RowFormulas(refers, sheet.formulas)
    for aid in needed:
        sheet.beside(row, aid, Live(formulas.of(aid), is_hidden=True))
    score = _score(refers, terms, is_execution=places.is_execution)
    if terms.is_blank:
        _open_blank(sheet, places, aids, score, terms)
        _open_by_person(sheet, row, refers)
    else:
        sheet.beside(row, heading, Live(score, number=SCORE), entry.shown)
    warn_row(sheet, places, refers, terms)
    computed = places.score if terms.is_blank and places.score else beside
    return LiveRow(places, aids, computed)


def head_columns(sheet: Sheet, row: int, terms: FormContext) -> None:
    """Put the headings of the columns beside the rows."""
    shown = (BY_PERSON, ADVICE) if terms.is_blank else (RECOMPUTED,)
    sheet.repeat(row)
    sheet.head(row, shown, hidden=False)
    sheet.head(row, aids_of(is_blank=terms.is_blank), hidden=True)


def _score(row: RowReferences, terms: FormContext, *, is_execution: bool) -> str:
    """The score of a row, or why there is none."""
    aids, placed = row.aids, row.placed
    own, weight = aids[Aid.SCORE], aids[Aid.WEIGHT]
    is_counted = f"{aids[Aid.KIND]}<>{text(Kind.NOT_SCORED)}"
    if terms.is_blank:
        by_person = both(has_kind(aids, Kind.UNCLEAR), f"ISNUMBER({placed})")
        shown = cases((by_person, f"MIN(MAX({placed},0),{weight})"), otherwise=own)
    else:
        shown = cases(
            (f'{own}<>""', own), (is_counted, aids[Aid.KIND]), otherwise=text("")
        )
    if not is_execution:
        return shown
    by_row = execution_score(weight, "100", aids[Aid.FIRST], terms.law)
    is_rate = both(f'{aids[Aid.UNIT]}="%"', f"ISNUMBER({aids[Aid.FIRST]})")
    ways = [(is_rate, by_row)]
    if terms.has_amounts:
        planned, spent = (
            defined_names.PLANNED + terms.tag,
            defined_names.SPENT + terms.tag,
        )
        by_table = execution_score(weight, planned, spent, terms.law)
        ways.insert(0, (f"COUNT({planned},{spent})=2", by_table))
    ways.insert(0, (f"NOT({is_counted})", text("")))
    return cases(*ways, otherwise=shown)


def _open_blank(
    sheet: Sheet, places: RowPlaces, aids: Aids, score: str, terms: FormContext
) -> None:
    """What a person fills in, and what follows from it."""
    law = terms.law
    entries = {
        "name": Live(hint=_NAME_HINT),
        "level1": Live(choices=level_one_choices(law), is_strict=False),
        "level2": Live(choices=level_two_choices(law), is_strict=False),
        "sign": Live(choices=SIGNS, hint="定量指标选符号；时点、文字目标留空"),
        "target": Live(number=TEXT, hint="数字、10-20、2024年6月30日 或文字"),
        "unit": Live(
            choices=UNITS,
            is_strict=False,
            hint=_UNIT_HINT,
        ),
        "actual": Live(
            number=TEXT,
            choices=tuple(ANSWERS.values()),
            is_strict=False,
            hint="数字或日期；文字目标选三档答案之一",
        ),
        "weight": Live(limits=("0", "100"), hint="0至100分"),
        "reason": Live(room=_REASON_LINES),
    }
    if places.is_execution and terms.has_amounts and places.actual:
        entries = {"weight": entries["weight"], "reason": entries["reason"]}
        sheet.put(places.actual, Live(_execution_rate(terms), number=RATE))
    for name, live in entries.items():
        if place := getattr(places, name):
            sheet.open(place, live)
    if places.score:
        sheet.put(places.score, Live(score, number=OFFICIAL_SCORE))
    if places.completion:
        percent = aids[Aid.COMPLETION]
        rate = f'IF({percent}="","",{percent}/100)'
        sheet.put(places.completion, Live(rate, number=RATE))


def _execution_rate(terms: FormContext) -> str:
    planned, spent = defined_names.PLANNED + terms.tag, defined_names.SPENT + terms.tag
    is_known = both(f"COUNT({planned},{spent})=2", f"N({planned})>0")
    return f'IF({is_known},{spent}/{planned},"")'


def _open_by_person(sheet: Sheet, row: int, refers: RowReferences) -> None:
    """The cell for the points that no formula gives, and what is to be done."""
    aids, placed = refers.aids, refers.placed
    is_words, is_unclear = has_kind(aids, Kind.WORDS), has_kind(aids, Kind.UNCLEAR)
    wanted = both(either(is_words, is_unclear), f"NOT(ISNUMBER({placed}))")
    own = Live(
        is_open=True,
        number=SCORE,
        limits=("0", aids[Aid.WEIGHT]),
        hint="定性指标和无法自动计分的行在此给分",
        alarms=(Alarm(wanted, Tone.WARNING),),
    )
    sheet.beside(row, BY_PERSON, own)
    advice = cases(
        (both(wanted, is_words), text("请按所选档次在“人工评分”列给分")),
        (
            both(wanted, asks_for_unit(refers)),
            text("疑似计量单位有误，请核对完成值和指标值"),
        ),
        (wanted, text("无法自动计分：请核对符号、指标值、单位，或在“人工评分”列给分")),
        (has_kind(aids, Kind.NO_TARGET), text("缺年度指标值")),
        (has_kind(aids, Kind.NO_WEIGHT), text("缺分值")),
        otherwise=text(""),
    )
    sheet.beside(row, ADVICE, Live(advice), align=Align.LEFT)
