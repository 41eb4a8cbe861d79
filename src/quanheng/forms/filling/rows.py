"""The hidden cells of an indicator row, by formula (指标行辅助公式)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from quanheng.forms.filling import names, readings
from quanheng.forms.filling.aids import (
    MET,
    NOT_MET,
    Aid,
    Aids,
    Kind,
    may_be_share,
)
from quanheng.forms.filling.completions import row_completion
from quanheng.forms.filling.direction import before_word, direction, last_word
from quanheng.forms.filling.known import Known, Value
from quanheng.forms.filling.scores import row_score
from quanheng.forms.filling.terms import (
    both,
    cases,
    constant,
    either,
    holds_any,
    is_listed,
    says,
    text,
)
from quanheng.law.book import Law
from quanheng.scoring.scored_row import NOT_APPLICABLE
from quanheng.scoring.words import Answer

_NONE: Final = text("")
_DASHES: Final = ("～", "~", "–", "—", "至")
_EMPTY_MARKS: Final = ("无", "没有", "暂无", "不涉及", "未涉及", "不适用", "空", "空白")
_NO_WORDING: Final = "0123456789二三四五六七八九十百千万亿两几半年月日季-—/…"
"""Texts with these may be numbers, times or empty marks: not taken for mere words."""

_FIRST_YEAR: Final = 1000
"""A number of years that is as large is a year."""


@dataclass(frozen=True)
class RowFormulas:
    """The formulas of one row (行公式).

    Attributes:
        cells: Its cells as they stand in formulas.
        aids: Its hidden cells, likewise.
        placed: The cell of the points that a person sets inside a band.
        law: The parameters in force.
        known: What the report's own texts mean; None in a blank.
        shared: The formulas that were made for rows before, most of which are alike.
    """

    cells: Mapping[str, str]
    aids: Aids
    placed: str
    law: Law
    known: Known | None
    shared: dict[tuple[Aid, str, str], str]

    def of(self, aid: Aid) -> str:
        """The formula of a hidden cell."""
        formula = self._general(aid)
        if self.known is None:
            return formula
        if aid is Aid.COMPARED:
            return self._if_unchanged(self.known.kind, formula)
        if aid in self.known.values:
            return self._if_unchanged(self.known.values[aid], formula)
        return formula

    def cell(self, name: str) -> str:
        """A cell of the row, the empty text where the form has none."""
        return self.cells[name]

    @property
    def is_satisfaction(self) -> str:
        """Whether the row is about satisfaction."""
        return holds_any(self.cell("level1"), ("满意",))

    def _general(self, aid: Aid) -> str:
        if self.known is not None and aid in _BY_TEXT:
            return _FORMULAS[aid](self)
        key = aid, self.cell("level1"), self.cell("level2")
        if aid not in _BY_CATEGORY:
            key = aid, "", ""
        if key not in self.shared:
            self.shared[key] = _FORMULAS[aid](self)
        return self.shared[key]

    def _if_unchanged(self, known: Value, formula: str) -> str:
        return f"IF({self.aids[Aid.UNCHANGED]},{constant(known)},{formula})"


def _written(row: RowFormulas) -> str:
    return readings.as_text(row.cell("target"))


def _actual(row: RowFormulas) -> str:
    return readings.as_text(row.cell("actual"))


def _unchanged(row: RowFormulas) -> str:
    if row.known is None:
        return "FALSE"
    return both(
        says(row.aids[Aid.WRITTEN], row.known.target),
        says(row.aids[Aid.ACTUAL], row.known.actual),
    )


def _brackets(row: RowFormulas) -> str:
    return readings.unit_in_brackets(row.cell("name"))


def _sign(row: RowFormulas) -> str:
    inside = readings.sign_in(row.aids[Aid.WRITTEN])
    own = row.cell("sign")
    if own == _NONE:
        return inside
    return f'IF({own}<>"",{own},{inside})'


def _target(row: RowFormulas) -> str:
    return readings.without_sign(row.aids[Aid.WRITTEN], row.aids[Aid.SIGN])


def _unit(row: RowFormulas) -> str:
    brackets = row.aids[Aid.BRACKETS]
    target, actual = row.aids[Aid.TARGET], row.aids[Aid.ACTUAL]
    rest = f'IF(RIGHT({target},1)="%","%",{brackets})'
    if row.known is not None and (known := row.known.unit):
        size, unit = len(known), text(known)
        ends = (f"RIGHT({said},{size})={unit}" for said in (target, actual))
        rest = f"IF({either(row.aids[Aid.UNCHANGED], *ends)},{unit},{rest})"
    own = row.cell("unit")
    if own == _NONE:
        return rest
    return f'IF({own}<>"",{own},{rest})'


def _bare(row: RowFormulas) -> str:
    bare = readings.without_unit(row.aids[Aid.TARGET], row.aids[Aid.UNIT])
    for dash in _DASHES:
        bare = f'SUBSTITUTE({bare},"{dash}","-")'
    return bare


def _high_text(row: RowFormulas) -> str:
    bare = row.aids[Aid.BARE]
    return f'IFERROR(MID({bare},FIND("-",{bare},2)+1,99),"")'


def _low_text(row: RowFormulas) -> str:
    bare, high = row.aids[Aid.BARE], row.aids[Aid.HIGH_TEXT]
    low = f'SUBSTITUTE(LEFT({bare},LEN({bare})-LEN({high})-1),{row.aids[Aid.UNIT]},"")'
    before = f'IF(RIGHT({bare},1)="前",LEFT({bare},LEN({bare})-1),{bare})'
    return cases(
        (f'{high}<>""', low),
        (_is_date(bare), f'SUBSTITUTE({before},"月底","月")'),
        otherwise=bare,
    )


def _low(row: RowFormulas) -> str:
    said = row.aids[Aid.LOW_TEXT]
    day = readings.last_day(said)
    return f"IF({_is_date(said)},{day},{readings.number_in(said)})"


def _first(row: RowFormulas) -> str:
    said = row.aids[Aid.ACTUAL_TEXT]
    day = readings.first_day(said, row.aids[Aid.LAST])
    return f"IF({_is_date(said)},{day},{readings.number_in(said)})"


def _last(row: RowFormulas) -> str:
    said = row.aids[Aid.ACTUAL_TEXT]
    return f"IF({_is_date(said)},{readings.last_day(said)},{_NONE})"


def _is_date(said: str) -> str:
    return f'ISNUMBER(FIND("年",{said}))'


def _direction(row: RowFormulas) -> str:
    """A name that is changed in an existing report has no known direction."""
    name = row.cell("name")
    if row.known is not None:
        return f"IF({says(name, row.known.name)},{row.known.direction},0)"
    return direction(name, row.cell("level2"), row.aids, row.law)


def _answer(row: RowFormulas) -> str:
    target, actual = row.aids[Aid.TARGET], row.aids[Aid.ACTUAL]
    wanted = is_listed(target, names.YES)
    done = either(is_listed(actual, names.YES), f'{actual}="100%"')
    answered = either(done, is_listed(actual, names.NO), f'{actual}="0%"')
    chosen = cases(
        (is_listed(actual, names.REACHED), text(Answer.REACHED)),
        (is_listed(actual, names.PARTLY), text(Answer.PARTLY)),
        (is_listed(actual, names.MISSED), text(Answer.MISSED)),
        otherwise=_NONE,
    )
    return cases(
        (either(f'{row.aids[Aid.SIGN]}<>""', f'{row.cell("unit")}<>""'), _NONE),
        (
            both(either(wanted, is_listed(target, names.NO)), answered),
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
        f"SUMPRODUCT(--ISNUMBER(FIND({text('一')}&{names.ALL_UNITS},{said})))=0",
        *(f"{said}<>{text(mark)}" for mark in _EMPTY_MARKS),
    )


def _weight(row: RowFormulas) -> str:
    own = row.cell("weight")
    known = row.known.weight if row.known else None
    rest = _NONE
    if known is not None:
        rest = f"IF({says(f'TRIM({own})', known[0])},{constant(known[1])},{_NONE})"
    return f"IF(ISNUMBER({own}),IF({own}>=0,{own},{_NONE}),{rest})"


def _kind(row: RowFormulas) -> str:
    marks = row.law.words(NOT_APPLICABLE)
    noted = [row.cell(name) for name in ("weight", "target", "actual", "reason")]
    does_not_apply = either(
        *(f"LEFT({own},{len(mark)})={text(mark)}" for own in noted for mark in marks)
    )
    empty = both(f'TRIM({row.cell("weight")})=""', f'TRIM({row.placed})=""')
    return cases(
        (
            either(f'TRIM({row.cell("name")})=""', empty, does_not_apply),
            text(Kind.NOT_SCORED),
        ),
        (f'{row.aids[Aid.WEIGHT]}=""', text(Kind.NO_WEIGHT)),
        otherwise=row.aids[Aid.COMPARED],
    )


def _compared(row: RowFormulas) -> str:
    aids = row.aids
    low, high, first, last = (
        f"ISNUMBER({aids[aid]})" for aid in (Aid.LOW, Aid.HIGH, Aid.FIRST, Aid.LAST)
    )
    sign, unit = aids[Aid.SIGN], aids[Aid.UNIT]
    is_date = _is_date(aids[Aid.LOW_TEXT])
    is_number = both(
        *(low, f'{aids[Aid.HIGH_TEXT]}=""', first, f"NOT({last})", f"NOT({is_date})"),
        f'OR({unit}<>"年",MAX({aids[Aid.LOW]},{aids[Aid.FIRST]})<{_FIRST_YEAR})',
    )
    is_range = both(
        *(low, high, first, f"NOT({last})", f'{sign}=""'),
        f'OR(AND({unit}<>"",{unit}<>"年"),{aids[Aid.HIGH]}<{_FIRST_YEAR})',
        f"{aids[Aid.LOW]}>=0",
        f"{aids[Aid.LOW]}<={aids[Aid.HIGH]}",
    )
    is_day = both(
        *(low, last, is_date, either(f'{sign}=""', f'{sign}="≤"')),
        f'{row.cell("unit")}=""',
    )
    answer = aids[Aid.ANSWER]
    return cases(
        (f'{aids[Aid.WRITTEN]}=""', text(Kind.NO_TARGET)),
        (f'{aids[Aid.ACTUAL]}=""', text(Kind.NO_ACTUAL)),
        (_units_conflict(row), text(Kind.UNCLEAR)),
        (
            is_number,
            f"IF({may_be_share(aids)},{text(Kind.UNCLEAR)},{text(Kind.NUMBER)})",
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


def _units_conflict(row: RowFormulas) -> str:
    """Whether the unit is none, makes a date, or differs from that of the name."""
    brackets, unit = row.aids[Aid.BRACKETS], row.aids[Aid.UNIT]
    ends = f"RIGHT({brackets},LEN({names.ALL_UNITS}))={names.ALL_UNITS}"
    differs = both(
        f'{brackets}<>""', f"{brackets}<>{unit}", f"SUMPRODUCT(--({ends}))>0"
    )
    said = (row.aids[Aid.TARGET], row.aids[Aid.ACTUAL])
    is_date = both(
        either(*(f"{unit}={text(word)}" for word in names.OF_DATES)),
        either(*(f"RIGHT({one},LEN({unit}))={unit}" for one in said)),
    )
    own = row.cell("unit")
    if own == _NONE:
        return either(differs, is_date)
    is_none = both(f'{own}<>""', f"NOT({is_listed(own, names.ALL_UNITS)})")
    return either(is_none, differs, is_date)


_FORMULAS: Final[Mapping[Aid, Callable[[RowFormulas], str]]] = {
    Aid.WRITTEN: _written,
    Aid.ACTUAL: _actual,
    Aid.UNCHANGED: _unchanged,
    Aid.BRACKETS: _brackets,
    Aid.SIGN: _sign,
    Aid.TARGET: _target,
    Aid.UNIT: _unit,
    Aid.BARE: _bare,
    Aid.HIGH_TEXT: _high_text,
    Aid.LOW_TEXT: _low_text,
    Aid.ACTUAL_TEXT: lambda row: readings.without_unit(
        row.aids[Aid.ACTUAL], row.aids[Aid.UNIT]
    ),
    Aid.LOW: _low,
    Aid.HIGH: lambda row: readings.number_in(row.aids[Aid.HIGH_TEXT]),
    Aid.FIRST: _first,
    Aid.LAST: _last,
    Aid.GOOD_WORD: lambda row: last_word(row.cell("name"), names.POSITIVE),
    Aid.BAD_WORD: lambda row: last_word(row.cell("name"), names.NEGATIVE),
    Aid.BEFORE_WORD: lambda row: before_word(row.cell("name"), row.aids[Aid.BAD_WORD]),
    Aid.DIRECTION: _direction,
    Aid.ANSWER: _answer,
    Aid.WEIGHT: _weight,
    Aid.COMPARED: _compared,
    Aid.KIND: _kind,
    Aid.COMPLETION: lambda row: row_completion(row.aids, row.is_satisfaction, row.law),
    Aid.SCORE: lambda row: row_score(
        row.aids, row.placed, row.is_satisfaction, row.law
    ),
}

_BY_TEXT: Final = (Aid.UNCHANGED, Aid.UNIT, Aid.DIRECTION, Aid.WEIGHT)
"""What depends on the texts of a report's own row."""
_BY_CATEGORY: Final = (Aid.DIRECTION, Aid.COMPLETION, Aid.SCORE)
_OF_BLANK: Final = (Aid.GOOD_WORD, Aid.BAD_WORD, Aid.BEFORE_WORD)


def aids_of(*, is_blank: bool) -> tuple[Aid, ...]:
    """The hidden cells that the rows of a form need."""
    needless = (Aid.UNCHANGED,) if is_blank else _OF_BLANK
    return tuple(aid for aid in Aid if aid not in needless)
