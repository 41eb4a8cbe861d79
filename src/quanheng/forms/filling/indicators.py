"""The indicator rows of a form that computes (指标行填报)."""

from dataclasses import dataclass
from typing import Final

from quanheng.core.source import Source
from quanheng.document.live import Alarm, Live, Tone
from quanheng.document.table import Align
from quanheng.forms.filling import names
from quanheng.forms.filling.aids import TO_JUDGE, Aid, Aids, Kind, has_kind
from quanheng.forms.filling.choices import (
    ANSWERS,
    SIGNS,
    UNITS,
    level_one_choices,
    level_two_choices,
)
from quanheng.forms.filling.formats import RATE, SCORE, TEXT
from quanheng.forms.filling.known import Known
from quanheng.forms.filling.places import RowPlaces
from quanheng.forms.filling.rows import RowFormulas, aids_of
from quanheng.forms.filling.scores import execution_score
from quanheng.forms.filling.sheet import Sheet
from quanheng.forms.filling.terms import Place, both, cases, either, in_row, text
from quanheng.law.book import Law
from quanheng.scoring.reading import Obstacle
from quanheng.scoring.scorecard import RowScore, Scorecard

RECOMPUTED: Final = "复算"
BY_PERSON: Final = "人工评分"
ADVICE: Final = "提示"
_WHY_NOT: Final = {
    Obstacle.TARGET_MISSING: Kind.NO_TARGET.value,
    Obstacle.ACTUAL_MISSING: Kind.NO_ACTUAL.value,
    Obstacle.WEIGHT_MISSING: Kind.NO_WEIGHT.value,
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What all rows of a project share (共用条件).

    Attributes:
        law: The parameters in force.
        card: The scores of an existing report; None for a blank, which is filled in
            from the start.
        tag: What tells the names of this project from those of others.
        has_amounts: Whether a budget table names planned and spent.
    """

    law: Law
    card: Scorecard | None
    tag: str = ""
    has_amounts: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether the form is to be filled in from the start."""
        return self.card is None


@dataclass(frozen=True, slots=True)
class RowEntry:
    """An indicator row before it comes alive (待填行).

    Attributes:
        at: Its place.
        places: The places of its cells.
        known: What its texts mean, None in a blank.
        shown: The computed score as programs see it that don't compute.
    """

    at: Source
    places: RowPlaces
    known: Known | None = None
    shown: str = ""


@dataclass(frozen=True, slots=True)
class LiveRow:
    """A row whose score is computed (计分行).

    Attributes:
        places: Where its cells stand.
        aids: Where its hidden cells stand.
        computed: Where the computed score stands.
    """

    places: RowPlaces
    aids: Aids
    computed: Place

    def aid(self, aid: Aid) -> str:
        """A hidden cell, for formulas of other rows."""
        return self.aids[aid].replace("@[.,", f"@[{self.places.row},")


def shown_score(row: RowScore) -> str:
    """A recomputed score for programs that don't compute, or why there is none."""
    if row.recomputed is not None:
        return f"{row.recomputed:.2f}"
    return _WHY_NOT.get(row.obstacle, TO_JUDGE) if row.obstacle else TO_JUDGE


def fill_row(sheet: Sheet, entry: RowEntry, terms: Terms) -> LiveRow:
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
    formulas = RowFormulas(cells, aids, placed, terms.law, entry.known, sheet.formulas)
    for aid in needed:
        sheet.beside(row, aid, Live(formulas.of(aid), is_hidden=True))
    score = _score(formulas, terms, is_execution=places.is_execution)
    if terms.is_blank:
        _open_blank(sheet, places, aids, score, terms)
        _open_by_person(sheet, row, aids, formulas.placed)
    else:
        sheet.beside(row, heading, Live(score, number=SCORE), entry.shown)
    _warn(sheet, places, formulas, terms)
    computed = places.score if terms.is_blank and places.score else beside
    return LiveRow(places, aids, computed)


def head_columns(sheet: Sheet, row: int, terms: Terms) -> None:
    """Put the headings of the columns beside the rows."""
    shown = (BY_PERSON, ADVICE) if terms.is_blank else (RECOMPUTED,)
    sheet.repeat(row)
    sheet.head(row, shown, hidden=False)
    sheet.head(row, aids_of(is_blank=terms.is_blank), hidden=True)


def _score(formulas: RowFormulas, terms: Terms, *, is_execution: bool) -> str:
    """The score of a row, or why there is none."""
    aids, placed = formulas.aids, formulas.placed
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
        planned, spent = names.PLANNED + terms.tag, names.SPENT + terms.tag
        by_table = execution_score(weight, planned, spent, terms.law)
        ways.insert(0, (f"COUNT({planned},{spent})=2", by_table))
    ways.insert(0, (f"NOT({is_counted})", text("")))
    return cases(*ways, otherwise=shown)


def _open_blank(
    sheet: Sheet, places: RowPlaces, aids: Aids, score: str, terms: Terms
) -> None:
    """What a person fills in, and what follows from it."""
    law = terms.law
    entries = {
        "name": Live(hint="三级指标名称，如：举办培训次数"),
        "level1": Live(choices=level_one_choices(law), is_strict=False),
        "level2": Live(choices=level_two_choices(law), is_strict=False),
        "sign": Live(choices=SIGNS, hint="定量指标选符号；时点、文字目标留空"),
        "target": Live(number=TEXT, hint="数字、10-20、2024年6月30日 或文字"),
        "unit": Live(choices=UNITS, is_strict=False, hint="可选，也可另填"),
        "actual": Live(
            number=TEXT,
            choices=tuple(ANSWERS.values()),
            is_strict=False,
            hint="数字或日期；文字目标选三档答案之一",
        ),
        "weight": Live(limits=("0", "100"), hint="0 到 100 分"),
        "reason": Live(),
    }
    if places.is_execution and terms.has_amounts and places.actual:
        entries = {"weight": entries["weight"], "reason": entries["reason"]}
        sheet.put(places.actual, Live(_execution_rate(terms), number=RATE))
    for name, live in entries.items():
        if place := getattr(places, name):
            sheet.open(place, live)
    if places.score:
        sheet.put(places.score, Live(score, number=SCORE))
    if places.completion:
        percent = aids[Aid.COMPLETION]
        rate = f'IF({percent}="","",{percent}/100)'
        sheet.put(places.completion, Live(rate, number=RATE))


def _execution_rate(terms: Terms) -> str:
    planned, spent = names.PLANNED + terms.tag, names.SPENT + terms.tag
    is_known = both(f"COUNT({planned},{spent})=2", f"N({planned})>0")
    return f'IF({is_known},{spent}/{planned},"")'


def _open_by_person(sheet: Sheet, row: int, aids: Aids, placed: str) -> None:
    """The cell for the points that no formula gives, and what is to be done."""
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
        (wanted, text("不能自动计分：请核对符号、指标值、单位，或人工给分")),
        (has_kind(aids, Kind.NO_TARGET), text("缺年度指标值")),
        (has_kind(aids, Kind.NO_WEIGHT), text("缺分值")),
        otherwise=text(""),
    )
    sheet.beside(row, ADVICE, Live(advice), align=Align.LEFT)


def _warn(sheet: Sheet, places: RowPlaces, row: RowFormulas, terms: Terms) -> None:
    """The faults of a row that a spreadsheet can see."""
    aids = row.aids
    score, weight, reason = row.cell("score"), row.cell("weight"), row.cell("reason")
    is_counted = f"{aids[Aid.KIND]}<>{text(Kind.NOT_SCORED)}"
    lost = both(f"COUNT({score},{weight})=2", f"{score}<{weight}")
    sheet.warn(places.reason, Alarm(both(lost, f'TRIM({reason})=""'), Tone.WARNING))
    missing = both(is_counted, f'{aids[Aid.ACTUAL]}=""')
    sheet.warn(places.actual, Alarm(missing, Tone.WARNING))
    sheet.warn(
        places.weight, Alarm(both(f'TRIM({row.cell("name")})<>""', f'{weight}=""'))
    )
    if terms.is_blank:
        nameless = both(f"N({weight})>0", f'TRIM({row.cell("name")})=""')
        sheet.warn(places.name, Alarm(nameless, Tone.WARNING))
        sheet.warn(places.score, Alarm(f"{score}={text(TO_JUDGE)}", Tone.WARNING))
        return
    beside = in_row(sheet.column(RECOMPUTED))
    differs = both(
        f"COUNT({score},{beside})=2",
        f"ABS({score}-{beside})>{names.SCORE_TOLERANCE}+1E-9",
    )
    above = both(f"COUNT({score},{weight})=2", f"{score}>{weight}")
    empty = both(is_counted, f'TRIM({score})=""')
    sheet.warn(places.score, Alarm(above), Alarm(differs), Alarm(empty, Tone.WARNING))
    sheet.warn(places.completion, Alarm(_misstated(row)))


def _misstated(row: RowFormulas) -> str:
    """Whether the stated completion is not the computed one, to whole percent."""
    stated, computed = row.cell("completion"), row.aids[Aid.COMPLETION]
    is_percent = f'LEFT(CELL("format",{stated}),1)="P"'
    percent = f"IF({is_percent},{stated}*100,{stated})"
    return both(f"COUNT({stated},{computed})=2", f"ABS({percent}-{computed})>1")
