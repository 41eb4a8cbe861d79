"""The value of a cell's text, or the reason why it has none, as types (取值).

These are the results of :func:`quanheng.core.grammar.read_expression`.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from quanheng.core.quantity import Quantity


class Sign(StrEnum):
    """Comparison sign of a target (计算符号)."""

    AT_LEAST = ">="
    MORE_THAN = ">"
    AT_MOST = "<="
    LESS_THAN = "<"
    EQUAL = "="
    ABOUT = "~"


class WhyNot(StrEnum):
    """Why a text is no single value (不能解析的原因)."""

    SEVERAL_SIGNS = "several signs"
    SEVERAL_NUMBERS = "several numbers"
    UNKNOWN_UNIT = "unknown unit"
    BROKEN_NUMBER = "broken number"
    IMPOSSIBLE_DATE = "impossible date"
    YEAR_UNKNOWN = "year unknown"
    REVERSED_RANGE = "reversed range"
    DOCUMENT_NUMBER = "document number"
    VAGUE_NUMBER = "vague number"
    """几十人, 一两次, 三分之一: no decimal number."""
    TWO_READINGS = "two readings"
    """Ambiguous: 下降5%, 12/31, 2022年前."""
    UNREAD_WORDS = "unread words"
    """Words around the number that may change its meaning: 未完成2次."""
    UNCERTAIN = "uncertain"
    """It is not certain that the text belongs to this cell of the form."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number with sign and unit (数值): ≥95%, 30万元.

    Attributes:
        raw: The text.
        quantity: The number with its unit.
        sign: The sign, None for a number without one.
        scaled: Whether 万 or 亿 takes the place of a unit (5.8万 is 58000): in a
            column of money such a number is in 元, whatever unit the head names.
    """

    raw: str
    quantity: Quantity
    sign: Sign | None = None
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A range, both limits included (区间): 10-20人, 95%±2%."""

    raw: str
    low: Quantity
    high: Quantity


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time (时长): 一年, 3个工作日内."""

    raw: str
    quantity: Quantity
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """A point in time, the last day included (时点): 2021年12月底前.

    Attributes:
        raw: The text.
        sign: ``<=`` for a limit (底前, 之前); ``=`` or None for a named day.
        start: First day of the month, quarter or year; the day itself.
        day: Last day of it.
        has_year: False where the year came from the ``year`` argument.
    """

    raw: str
    start: date
    day: date
    sign: Sign | None = None
    has_year: bool = True


@dataclass(frozen=True, slots=True)
class Several:
    """Several values in one cell (多个取值): 2场 300人."""

    raw: str
    items: tuple["Number | Span | Duration | Deadline", ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that are no value (文字): 有效提升, 优, 及时."""

    raw: str


@dataclass(frozen=True, slots=True)
class Blank:
    """An empty mark (空白): nothing, —, /, 无, 不涉及. Never zero."""

    raw: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A text with figures that is no value (不能解析).

    Attributes:
        raw: The text.
        why: The reason.
        detail: The part of the text that can't be read.
    """

    raw: str
    why: WhyNot
    detail: str = ""


Expression = (
    Number | Span | Duration | Deadline | Several | Wording | Blank | Unreadable
)
