"""What a row compares, or why it compares nothing, by formula (计分类别公式)."""

from typing import Final

from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import both, cases, either, is_listed, text
from quanheng.live.formulas.hidden_cells import MET, NOT_MET, Aid, Kind
from quanheng.live.formulas.row_references import RowReferences
from quanheng.live.formulas.row_values import is_date
from quanheng.live.formulas.unit_slip import may_be_slip
from quanheng.scoring.answers_in_words import Answer
from quanheng.scoring.scorecard import NOT_APPLICABLE

_NONE: Final = text("")
_EMPTY_MARKS: Final = ("无", "没有", "暂无", "不涉及", "未涉及", "不适用", "空", "空白")
_NO_WORDING: Final = "0123456789二三四五六七八九十百千万亿两几半年月日季-—/…"
"""Texts with these may be numbers, times or empty marks: not taken for mere words."""
_FIRST_YEAR: Final = 1000
"""A number of years that is as large is a year."""


def kind(row: RowReferences) -> str:
    """The kind of a row, rows that are not scored among them."""
    marks = row.law.words(NOT_APPLICABLE)
    noted = [row.cells[name] for name in ("weight", "target", "actual", "reason")]
    does_not_apply = either(
        *(f"LEFT({own},{len(mark)})={text(mark)}" for own in noted for mark in marks)
    )
    empty = both(f'TRIM({row.cells["weight"]})=""', f'TRIM({row.placed})=""')
    return cases(
        (
            either(f'TRIM({row.cells["name"]})=""', empty, does_not_apply),
            text(Kind.NOT_SCORED),
        ),
        (f'{row.aids[Aid.WEIGHT]}=""', text(Kind.NO_WEIGHT)),
        otherwise=row.aids[Aid.COMPARED],
    )


def compared(row: RowReferences) -> str:
    """The kind of a row that is scored, by its target and actual."""
    aids = row.aids
    low, high, first, last = (
        f"ISNUMBER({aids[aid]})" for aid in (Aid.LOW, Aid.HIGH, Aid.FIRST, Aid.LAST)
    )
    sign, unit = aids[Aid.SIGN], aids[Aid.UNIT]
    has_day = is_date(aids[Aid.LOW_TEXT])
    is_number = both(
        *(low, f'{aids[Aid.HIGH_TEXT]}=""', first, f"NOT({last})", f"NOT({has_day})"),
        f'OR({unit}<>"年",MAX({aids[Aid.LOW]},{aids[Aid.FIRST]})<{_FIRST_YEAR})',
    )
    is_range = both(
        *(low, high, first, f"NOT({last})", f'{sign}=""'),
        f'OR(AND({unit}<>"",{unit}<>"年"),{aids[Aid.HIGH]}<{_FIRST_YEAR})',
        f"{aids[Aid.LOW]}>=0",
        f"{aids[Aid.LOW]}<={aids[Aid.HIGH]}",
    )
    is_day = both(
        *(low, last, has_day, either(f'{sign}=""', f'{sign}="≤"')),
        f'{row.cells["unit"]}=""',
    )
    answer = aids[Aid.ANSWER]
    return cases(
        (f'{aids[Aid.WRITTEN]}=""', text(Kind.NO_TARGET)),
        (f'{aids[Aid.ACTUAL]}=""', text(Kind.NO_ACTUAL)),
        (_units_conflict(row), text(Kind.UNCLEAR)),
        (
            is_number,
            f"IF({may_be_slip(row)},{text(Kind.UNCLEAR)},{text(Kind.NUMBER)})",
        ),
        (is_range, text(Kind.RANGE)),
        (is_day, text(Kind.DATE)),
        (
            either(f"{answer}={text(MET)}", f"{answer}={text(NOT_MET)}"),
            text(Kind.YES_NO),
        ),
        (f'{answer}<>""', text(Kind.WORDS)),
        otherwise=text(Kind.UNCLEAR),
    )


def _units_conflict(row: RowReferences) -> str:
    """Whether the unit is none, makes a date, or differs from that of the name."""
    brackets, unit = row.brackets, row.aids[Aid.UNIT]
    ends = f"RIGHT({brackets},LEN({defined_names.ALL_UNITS}))={defined_names.ALL_UNITS}"
    differs = both(
        f'{brackets}<>""', f"{brackets}<>{unit}", f"SUMPRODUCT(--({ends}))>0"
    )
    said = (row.aids[Aid.TARGET], row.aids[Aid.ACTUAL])
    makes_date = both(
        either(*(f"{unit}={text(word)}" for word in defined_names.OF_DATES)),
        either(*(f"RIGHT({one},LEN({unit}))={unit}" for one in said)),
    )
    own = row.cells["unit"]
    if own == _NONE:
        return either(differs, makes_date)
    return either(f"NOT({row.aids[Aid.UNIT_KNOWN]})", differs, makes_date)


def answer(row: RowReferences) -> str:
    """What an actual answers to a target in words; empty for any other row."""
    target, actual = row.aids[Aid.TARGET], row.aids[Aid.ACTUAL]
    wanted = is_listed(target, defined_names.YES)
    done = either(is_listed(actual, defined_names.YES), f'{actual}="100%"')
    answered = either(done, is_listed(actual, defined_names.NO), f'{actual}="0%"')
    chosen = cases(
        (is_listed(actual, defined_names.REACHED), text(Answer.REACHED)),
        (is_listed(actual, defined_names.PARTLY), text(Answer.PARTLY)),
        (is_listed(actual, defined_names.MISSED), text(Answer.MISSED)),
        otherwise=_NONE,
    )
    return cases(
        (either(f'{row.aids[Aid.SIGN]}<>""', f'{row.cells["unit"]}<>""'), _NONE),
        (
            both(either(wanted, is_listed(target, defined_names.NO)), answered),
            f"IF({wanted}={done},{text(MET)},{text(NOT_MET)})",
        ),
        (_is_wording(target), chosen),
        otherwise=_NONE,
    )


def _is_wording(said: str) -> str:
    """Whether a text is mere words; with figures or times in it it may be a value."""
    marks = ",".join(text(mark) for mark in _NO_WORDING)
    return both(
        f'{said}<>""',
        f"SUMPRODUCT(--ISNUMBER(FIND({{{marks}}},{said})))=0",
        f"SUMPRODUCT(--ISNUMBER(FIND({text('一')}&{defined_names.ALL_UNITS},{said})))=0",
        *(f"{said}<>{text(mark)}" for mark in _EMPTY_MARKS),
    )
