"""Parse number format codes: ``#,##0.00;[Red]-#,##0.00`` (数字格式代码)."""

import operator
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from quanheng.readers.workbook.builtin_formats import GENERAL, LONG_DATE, LONG_TIME

_Holds = Callable[[float], bool]


class Kind(StrEnum):
    """Kinds of pieces in a format (格式单元)."""

    LITERAL = "literal"
    DIGIT = "digit"
    """``0``, ``#`` or ``?``."""
    POINT = "point"
    COMMA = "comma"
    PERCENT = "percent"
    EXPONENT = "exponent"
    FRACTION = "fraction"
    GENERAL = "general"
    DATE = "date"
    """One repeated letter: ``yyyy``, ``mm``, ``aaaa`` (星期五)."""
    MERIDIEM = "meridiem"
    ELAPSED = "elapsed"
    """Total hours, minutes or seconds: ``[h]``."""
    TEXT = "text"
    SECTION = "section"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a format with its text."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """One section of a format, compared by identity (格式段).

    Attributes:
        pieces: Its pieces in order.
        holds: Whether it applies to a number.
        drops_sign: Whether the minus sign is dropped.
        numerals: 1 for Chinese numerals, 2 for financial ones (壹贰叁), 0 for digits.
    """

    pieces: tuple[Piece, ...]
    holds: _Holds
    drops_sign: bool = False
    numerals: int = 0

    def has(self, *kinds: Kind) -> bool:
        """Whether it has a piece of any of these kinds."""
        return any(piece.kind in kinds for piece in self.pieces)


_PIECE: Final = re.compile(
    r"""
      "(?P<quoted>[^"]*)"?
    | [\\!](?P<escaped>.)
    | (?P<blank>[_*].)
    | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/通用格式)
    | (?P<meridiem>AM/PM|A/P|上午/下午)
    | (?P<exponent>E[+-])
    | (?P<date>y+|m+|d+|h+|s+|e+|aaaa?)
    | (?P<digit>[0#?])
    | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<fraction>/)
    | (?P<text>@) | (?P<section>;)
    | (?P<literal>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_OPERATORS: Final[dict[str, Callable[[float, float], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
_CURRENCY: Final = re.compile(r"\$([^-]*)(?:-.*)?", re.DOTALL)
_ELAPSED: Final = re.compile(r"h+|m+|s+", re.IGNORECASE)
_NUMERALS: Final = re.compile(r"DBNum([12])", re.IGNORECASE)
_OF_SYSTEM: Final = {"[$-F800]": LONG_DATE, "[$-F400]": LONG_TIME}
_LONGEST: Final = 255
"""Most characters of a format; programs refuse longer ones."""


@lru_cache(maxsize=1024)
def sections_of(code: str) -> tuple[Section, ...]:
    """The sections of a stored format for numbers; the first that applies is used."""
    shown = _OF_SYSTEM.get(code[:8].upper(), code[:_LONGEST]) or GENERAL
    parts: list[list[Piece | str]] = [[]]
    for item in _items(shown):
        if isinstance(item, Piece) and item.kind is Kind.SECTION:
            parts.append([])
        else:
            parts[-1].append(item)
    if len(parts) > 3 or (len(parts) > 1 and Piece(Kind.TEXT, "@") in parts[-1]):
        # The last section is for texts.
        parts = parts[: min(3, len(parts) - 1)]
    conditions = [_condition(part) for part in parts]
    if any(conditions):
        return tuple(map(_section, parts, map(_holds, conditions)))
    return tuple(
        _section(part, _usual_holds(number, len(parts)), drops_sign=number == 1)
        for number, part in enumerate(parts)
    )


def _items(code: str) -> Iterator[Piece | str]:
    """The pieces of a format; the contents of other brackets as plain strings."""
    for match in _PIECE.finditer(code):
        name, text = match.lastgroup or "", match[match.lastgroup or 0]
        if name == "bracket":
            yield _bracket(text)
        elif name in ("quoted", "escaped"):
            yield Piece(Kind.LITERAL, text)
        elif name != "blank":
            yield Piece(Kind(name), text.lower() if name == "date" else text)


def _bracket(text: str) -> Piece | str:
    if _ELAPSED.fullmatch(text):
        return Piece(Kind.ELAPSED, text.lower())
    if currency := _CURRENCY.fullmatch(text):
        return Piece(Kind.LITERAL, currency[1])
    return text


def _section(
    items: Sequence[Piece | str], holds: _Holds, *, drops_sign: bool = False
) -> Section:
    pieces = tuple(item for item in items if isinstance(item, Piece))
    marks = [item for item in items if isinstance(item, str)]
    numerals = next((int(m[1]) for t in marks if (m := _NUMERALS.fullmatch(t))), 0)
    return Section(pieces, holds, drops_sign, numerals)


def _condition(items: Sequence[Piece | str]) -> re.Match[str] | None:
    marks = (item for item in items if isinstance(item, str))
    return next((found for m in marks if (found := _CONDITION.fullmatch(m))), None)


def _holds(condition: re.Match[str] | None) -> _Holds:
    if condition is None:
        return lambda value: True
    compare, bound = _OPERATORS[condition[1]], float(condition[2])
    return lambda value: compare(value, bound)


def _usual_holds(number: int, count: int) -> _Holds:
    """Sections without conditions: all; ≥ 0 and < 0; or > 0, < 0 and 0."""
    if number == count - 1:
        return lambda value: True
    if number == 1:
        return lambda value: value < 0
    return (lambda value: value >= 0) if count == 2 else (lambda value: value > 0)
