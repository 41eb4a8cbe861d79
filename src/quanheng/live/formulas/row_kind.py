"""Formulas for the kind of a row (计分类别公式)."""

from typing import Final

from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import both, cases, either, is_listed, text
from quanheng.live.formulas.helper_columns import MET, NOT_MET, Helper, Kind
from quanheng.live.formulas.row_references import RowReferences
from quanheng.live.formulas.row_values import is_date
from quanheng.live.formulas.unit_slip import may_be_slip
from quanheng.scoring.answers_in_words import Answer
from quanheng.scoring.scorecard import NOT_APPLICABLE

_NONE: Final = text("")
_EMPTY_MARKS: Final = ("无", "没有", "暂无", "不涉及", "未涉及", "不适用", "空", "空白")
_NO_WORDING: Final = "0123456789二三四五六七八九十百千万亿两几半年月日季-—/…"
"""A text with one of these may be a number, a time or an empty mark."""
_FIRST_YEAR: Final = 1000
"""From here on a number of 年 is a calendar year."""


def kind(row: RowReferences) -> str:
    """The kind of a row, also of rows that are not scored."""
    marks = row.law.words(NOT_APPLICABLE)
    noted = [row.cells[name] for name in ("weight", "target", "actual", "reason")]
    does_not_apply = either(
        *(f"LEFT({own},{len(mark)})={text(mark)}" for own in noted for mark in marks)
    )
    empty = both(f'TRIM({row.cells["weight"]})=""', f'TRIM({row.manual})=""')
    is_left_out = either(f'TRIM({row.cells["name"]})=""', empty, does_not_apply)
    return cases(
        (is_left_out, text(Kind.NOT_SCORED)),
        (f'{row[Helper.WEIGHT]}=""', text(Kind.NO_WEIGHT)),
        otherwise=row[Helper.COMPARED],
    )


def compared(row: RowReferences) -> str:
    """The kind of a scored row by its target and actual."""
    low, high, first, last = (
        f"ISNUMBER({row[helper]})"
        for helper in (Helper.LOW, Helper.HIGH, Helper.FIRST, Helper.LAST)
    )
    sign, unit = row[Helper.SIGN], row[Helper.UNIT]
    has_day = is_date(row[Helper.LOW_TEXT])
    is_number = both(
        *(low, f'{row[Helper.HIGH_TEXT]}=""', first, f"NOT({last})", f"NOT({has_day})"),
        f'OR({unit}<>"年",MAX({row[Helper.LOW]},{row[Helper.FIRST]})<{_FIRST_YEAR})',
    )
    is_range = both(
        *(low, high, first, f"NOT({last})", f'{sign}=""'),
        f'OR(AND({unit}<>"",{unit}<>"年"),{row[Helper.HIGH]}<{_FIRST_YEAR})',
        f"{row[Helper.LOW]}>=0",
        f"{row[Helper.LOW]}<={row[Helper.HIGH]}",
    )
    is_day = both(
        *(low, last, has_day, either(f'{sign}=""', f'{sign}="≤"')),
        f'{row.cells["unit"]}=""',
    )
    answer = row[Helper.ANSWER]
    is_yes_no = either(f"{answer}={text(MET)}", f"{answer}={text(NOT_MET)}")
    return cases(
        (f'{row[Helper.WRITTEN]}=""', text(Kind.NO_TARGET)),
        (f'{row[Helper.ACTUAL]}=""', text(Kind.NO_ACTUAL)),
        (_units_conflict(row), text(Kind.UNCLEAR)),
        (is_number, f"IF({may_be_slip(row)},{text(Kind.UNCLEAR)},{text(Kind.NUMBER)})"),
        (is_range, text(Kind.RANGE)),
        (is_day, text(Kind.DATE)),
        (is_yes_no, text(Kind.YES_NO)),
        (f'{answer}<>""', text(Kind.WORDS)),
        otherwise=text(Kind.UNCLEAR),
    )


def _units_conflict(row: RowReferences) -> str:
    """Whether the unit is none, makes a date, or differs from that of the name."""
    brackets, unit = row.brackets, row[Helper.UNIT]
    ends = f"RIGHT({brackets},LEN({defined_names.ALL_UNITS}))={defined_names.ALL_UNITS}"
    differs = both(
        f'{brackets}<>""', f"{brackets}<>{unit}", f"SUMPRODUCT(--({ends}))>0"
    )
    values = (row[Helper.TARGET], row[Helper.ACTUAL])
    makes_date = both(
        either(*(f"{unit}={text(word)}" for word in defined_names.OF_DATES)),
        either(*(f"RIGHT({value},LEN({unit}))={unit}" for value in values)),
    )
    own = row.cells["unit"]
    if own == _NONE:
        return either(differs, makes_date)
    return either(f"NOT({row[Helper.UNIT_KNOWN]})", differs, makes_date)


def answer(row: RowReferences) -> str:
    """The answer to a target in words; empty for any other target."""
    target, actual = row[Helper.TARGET], row[Helper.ACTUAL]
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
        (either(f'{row[Helper.SIGN]}<>""', f'{row.cells["unit"]}<>""'), _NONE),
        (
            both(either(wanted, is_listed(target, defined_names.NO)), answered),
            f"IF({wanted}={done},{text(MET)},{text(NOT_MET)})",
        ),
        (_is_wording(target), chosen),
        otherwise=_NONE,
    )


def _is_wording(value: str) -> str:
    """Whether a text has no figures or times in it."""
    marks = ",".join(text(mark) for mark in _NO_WORDING)
    return both(
        f'{value}<>""',
        f"SUMPRODUCT(--ISNUMBER(FIND({{{marks}}},{value})))=0",
        f"SUMPRODUCT(--ISNUMBER(FIND({text('一')}&{defined_names.ALL_UNITS},{value})))=0",
        *(f"{value}<>{text(mark)}" for mark in _EMPTY_MARKS),
    )
