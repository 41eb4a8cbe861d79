"""The formulas of the helper columns (指标行辅助公式)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from quanheng.live.formulas import defined_names, row_kind, row_values, typed_values
from quanheng.live.formulas.completion import row_completion
from quanheng.live.formulas.direction import before_word, direction, last_word
from quanheng.live.formulas.expressions import constant, equals
from quanheng.live.formulas.helper_columns import Helper
from quanheng.live.formulas.known_values import Value
from quanheng.live.formulas.row_references import RowReferences
from quanheng.live.formulas.score import row_score

Shared = dict[tuple[Helper, str, str], str]
"""Formulas by helper column, level-one and level-two category."""


@dataclass(frozen=True, slots=True)
class RowFormulas:
    """The formulas of one row (行公式).

    Attributes:
        row: The cells that they refer to.
        shared: The formulas already built for other rows of the table.
    """

    row: RowReferences
    shared: Shared

    def of(self, helper: Helper) -> str:
        """The formula of a helper column."""
        formula, known = self._general(helper), self.row.known
        if known is None:
            return formula
        if helper is Helper.COMPARED:
            return self._if_unchanged(known.kind, formula)
        if helper in known.values:
            return self._if_unchanged(known.values[helper], formula)
        return formula

    def _general(self, helper: Helper) -> str:
        row = self.row
        if row.known is not None and helper in _BY_TEXT:
            return _FORMULAS[helper](row)
        category = row.cells["level1"], row.cells["level2"]
        key = (helper, *(category if helper in _BY_CATEGORY else ("", "")))
        if key not in self.shared:
            self.shared[key] = _FORMULAS[helper](row)
        return self.shared[key]

    def _if_unchanged(self, known: Value, formula: str) -> str:
        return f"IF({self.row[Helper.UNCHANGED]},{constant(known)},{formula})"


def _direction(row: RowReferences) -> str:
    """The direction; unknown once the name in an existing report is changed."""
    if row.known is not None:
        is_same = equals(row.cells["name"], row.known.name)
        return f"IF({is_same},{row.known.direction},0)"
    return direction(row)


_FORMULAS: Final[Mapping[Helper, Callable[[RowReferences], str]]] = {
    Helper.WRITTEN: row_values.written,
    Helper.ACTUAL: row_values.actual,
    Helper.UNCHANGED: row_values.unchanged,
    Helper.BRACKETS: lambda row: typed_values.unit_in_brackets(row.cells["name"]),
    Helper.UNIT_KNOWN: lambda row: typed_values.known_unit(row.cells["unit"]),
    Helper.SIGN: row_values.sign,
    Helper.TARGET: row_values.target,
    Helper.UNIT: row_values.unit,
    Helper.BARE: row_values.bare,
    Helper.HIGH_TEXT: row_values.high_text,
    Helper.LOW_TEXT: row_values.low_text,
    Helper.ACTUAL_TEXT: lambda row: typed_values.without_unit(
        row[Helper.ACTUAL], row[Helper.UNIT]
    ),
    Helper.LOW: row_values.low,
    Helper.HIGH: lambda row: typed_values.number_in(row[Helper.HIGH_TEXT]),
    Helper.FIRST: row_values.first,
    Helper.LAST: row_values.last,
    Helper.GOOD_WORD: lambda row: last_word(row.cells["name"], defined_names.POSITIVE),
    Helper.BAD_WORD: lambda row: last_word(row.cells["name"], defined_names.NEGATIVE),
    Helper.BEFORE_WORD: lambda row: before_word(
        row.cells["name"], row[Helper.BAD_WORD]
    ),
    Helper.DIRECTION: _direction,
    Helper.ANSWER: row_kind.answer,
    Helper.WEIGHT: row_values.weight,
    Helper.COMPARED: row_kind.compared,
    Helper.KIND: row_kind.kind,
    Helper.COMPLETION: row_completion,
    Helper.SCORE: row_score,
}

_BY_TEXT: Final = (
    *(Helper.UNCHANGED, Helper.UNIT, Helper.COMPARED, Helper.DIRECTION, Helper.WEIGHT),
)
"""Columns whose formula contains the report's own texts."""
_BY_CATEGORY: Final = (Helper.DIRECTION, Helper.COMPLETION, Helper.SCORE)
_OF_BLANK: Final = (
    *(Helper.BRACKETS, Helper.UNIT_KNOWN),
    *(Helper.GOOD_WORD, Helper.BAD_WORD, Helper.BEFORE_WORD),
)


def helpers_needed(*, is_blank: bool) -> tuple[Helper, ...]:
    """The helper columns that the rows of a form need."""
    needless = (Helper.UNCHANGED,) if is_blank else _OF_BLANK
    return tuple(helper for helper in Helper if helper not in needless)
