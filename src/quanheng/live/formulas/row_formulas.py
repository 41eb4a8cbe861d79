"""The hidden cells of an indicator row, by formula (指标行辅助公式)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from quanheng.live.formulas import defined_names, row_kind, row_values, typed_values
from quanheng.live.formulas.completion import row_completion
from quanheng.live.formulas.direction import before_word, direction, last_word
from quanheng.live.formulas.expressions import constant, says
from quanheng.live.formulas.hidden_cells import Aid
from quanheng.live.formulas.known_values import Value
from quanheng.live.formulas.row_references import RowReferences
from quanheng.live.formulas.score import row_score
from quanheng.live.formulas.unit_cell import known_unit

Shared = dict[tuple[Aid, str, str], str]
"""Formulas by hidden cell and category; most rows have the same."""


@dataclass(frozen=True, slots=True)
class RowFormulas:
    """The formulas of one row (行公式).

    Attributes:
        row: What they refer to.
        shared: Those that were made for other rows of the table.
    """

    row: RowReferences
    shared: Shared

    def of(self, aid: Aid) -> str:
        """The formula of a hidden cell."""
        formula, known = self._general(aid), self.row.known
        if known is None:
            return formula
        if aid is Aid.COMPARED:
            return self._if_unchanged(known.kind, formula)
        if aid in known.values:
            return self._if_unchanged(known.values[aid], formula)
        return formula

    def _general(self, aid: Aid) -> str:
        row = self.row
        if row.known is not None and aid in _BY_TEXT:
            return _FORMULAS[aid](row)
        category = row.cells["level1"], row.cells["level2"]
        key = (aid, *(category if aid in _BY_CATEGORY else ("", "")))
        if key not in self.shared:
            self.shared[key] = _FORMULAS[aid](row)
        return self.shared[key]

    def _if_unchanged(self, known: Value, formula: str) -> str:
        return f"IF({self.row.aids[Aid.UNCHANGED]},{constant(known)},{formula})"


def _direction(row: RowReferences) -> str:
    """A name that is changed in an existing report has no known direction."""
    name = row.cells["name"]
    if row.known is not None:
        return f"IF({says(name, row.known.name)},{row.known.direction},0)"
    return direction(name, row.cells["level2"], row.aids, row.law)


_FORMULAS: Final[Mapping[Aid, Callable[[RowReferences], str]]] = {
    Aid.WRITTEN: row_values.written,
    Aid.ACTUAL: row_values.actual,
    Aid.UNCHANGED: row_values.unchanged,
    Aid.BRACKETS: lambda row: typed_values.unit_in_brackets(row.cells["name"]),
    Aid.UNIT_KNOWN: lambda row: known_unit(row.cells["unit"]),
    Aid.SIGN: row_values.sign,
    Aid.TARGET: row_values.target,
    Aid.UNIT: row_values.unit,
    Aid.BARE: row_values.bare,
    Aid.HIGH_TEXT: row_values.high_text,
    Aid.LOW_TEXT: row_values.low_text,
    Aid.ACTUAL_TEXT: lambda row: typed_values.without_unit(
        row.aids[Aid.ACTUAL], row.aids[Aid.UNIT]
    ),
    Aid.LOW: row_values.low,
    Aid.HIGH: lambda row: typed_values.number_in(row.aids[Aid.HIGH_TEXT]),
    Aid.FIRST: row_values.first,
    Aid.LAST: row_values.last,
    Aid.GOOD_WORD: lambda row: last_word(row.cells["name"], defined_names.POSITIVE),
    Aid.BAD_WORD: lambda row: last_word(row.cells["name"], defined_names.NEGATIVE),
    Aid.BEFORE_WORD: lambda row: before_word(row.cells["name"], row.aids[Aid.BAD_WORD]),
    Aid.DIRECTION: _direction,
    Aid.ANSWER: row_kind.answer,
    Aid.WEIGHT: row_values.weight,
    Aid.COMPARED: row_kind.compared,
    Aid.KIND: row_kind.kind,
    Aid.COMPLETION: lambda row: row_completion(row.aids, row.is_satisfaction, row.law),
    Aid.SCORE: lambda row: row_score(
        row.aids, row.placed, row.is_satisfaction, row.law
    ),
}

_BY_TEXT: Final = (*(Aid.UNCHANGED, Aid.UNIT, Aid.COMPARED, Aid.DIRECTION, Aid.WEIGHT),)
"""What depends on the texts of a report's own row."""
_BY_CATEGORY: Final = (Aid.DIRECTION, Aid.COMPLETION, Aid.SCORE)
_OF_BLANK: Final = (
    *(Aid.BRACKETS, Aid.UNIT_KNOWN),
    *(Aid.GOOD_WORD, Aid.BAD_WORD, Aid.BEFORE_WORD),
)


def aids_of(*, is_blank: bool) -> tuple[Aid, ...]:
    """The hidden cells that the rows of a form need."""
    needless = (Aid.UNCHANGED,) if is_blank else _OF_BLANK
    return tuple(aid for aid in Aid if aid not in needless)
