"""A value as it was read: raw text, place and meaning (字段)."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.core.computed.binding import Binding
from quanheng.core.expression import Blank, Expression, Number, Unreadable, WhyNot
from quanheng.core.grammar import read_expression
from quanheng.core.source import WHOLE_FILE, Source

_FIGURE_ONLY: Final = re.compile(
    r"(?:已|约|全部|实际|完成|达到?|为)*\s*[≥≤><=]?\s*[+-]?\d[\d.,，]*\s*[^\d\s，。；、,;]{0,5}"
)
"""Room for a unit as 万人次 or 元/平方米, not for words of its own."""


@dataclass(frozen=True, slots=True)
class Field:
    """One filled-in value of a form (字段).

    A field exists where the form has a cell for it, even when the cell is
    empty; ``None`` in its place means that the form has no such cell.

    Attributes:
        raw: The text as written, outer blanks removed.
        at: Its place.
        also: Places of further cells whose text is joined to that of the first.
        binding: How the value is computed from a register, None for a typed one.
        seen: The text that stands at its place but may not be its value; ``raw`` is
            empty then.
        margin: How much better this reading of its place was than the next best one;
            None for a value that was not found by judgement. It is evidence, no
            content: fields that differ in it alone are equal.
    """

    raw: str
    at: Source = WHOLE_FILE
    also: tuple[Source, ...] = ()
    binding: Binding | None = None
    seen: str = ""
    margin: float | None = field(default=None, compare=False)

    @property
    def value(self) -> Expression:
        """The value of the text; dates without a year stay unread."""
        return self.read(None)

    def read(self, year: int | None) -> Expression:
        """The value of the text in an evaluation year (``12月底前``)."""
        if self.seen:
            return Unreadable(self.seen, WhyNot.UNCERTAIN)
        return read_expression(self.raw, year)

    @property
    def is_uncertain(self) -> bool:
        """Whether a text was seen here of which it is not certain what it is."""
        return bool(self.seen)

    def judged(self, margin: float) -> "Field":
        """The same value, found by judgement with this margin."""
        return Field(self.raw, self.at, self.also, self.binding, self.seen, margin)

    def doubted(self) -> "Field":
        """The same place, its text no value but only seen; a blank stays blank."""
        if not self.raw or self.seen:
            return self
        return replace(self, raw="", seen=self.raw)

    @property
    def is_blank(self) -> bool:
        """Whether the cell holds nothing or an empty mark (—, /, 无)."""
        return isinstance(self.value, Blank)

    @property
    def number(self) -> Decimal | None:
        """The bare number, sign and unit left aside; None unless exactly one."""
        value = self.value
        return value.quantity.value if isinstance(value, Number) else None

    @property
    def is_figure_only(self) -> bool:
        """Whether the text is one figure with its unit and no words (只有数字)."""
        return _FIGURE_ONLY.fullmatch(self.raw) is not None

    def __str__(self) -> str:
        return self.raw


@dataclass(frozen=True, slots=True)
class Remark:
    """A labelled value without a field of its own in a report (其他栏目).

    Attributes:
        label: The label as printed: 项目代码, 存在的问题.
        text: The text beside or below it.
    """

    label: Field
    text: Field


class FieldState(StrEnum):
    """What is known of a value of a form (字段状态)."""

    READ = "read"
    """已读取"""
    BLANK = "blank"
    """空白: its cell was seen and holds nothing, or an empty mark."""
    NOT_FOUND = "not found"
    """未找到: the form has no such cell, or none that was found."""
    UNCERTAIN = "uncertain"
    """未能确定: a text was seen, but it may not be the value."""


def state(field: Field | None) -> FieldState:
    """What is known of a value."""
    if field is None:
        return FieldState.NOT_FOUND
    if field.is_uncertain:
        return FieldState.UNCERTAIN
    return FieldState.BLANK if field.is_blank else FieldState.READ


def filled(field: Field | None) -> bool:
    """Whether a field holds more than an empty mark, be it an uncertain text."""
    return field is not None and not field.is_blank


def text_of(field: Field | None) -> str:
    """The raw text, empty for an absent field."""
    return field.raw if field is not None else ""
