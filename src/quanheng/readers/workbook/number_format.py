"""Numbers as displayed in a cell: 0.95 with ``0%`` is 95% (数字格式)."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import lru_cache
from typing import Final

from quanheng.core.quantity import plain, rounded
from quanheng.readers.workbook.date_format import shown_date
from quanheng.readers.workbook.format_code import Kind, Piece, Section, sections_of

_SMALLEST_PLAIN: Final = 1e-9
"""Smaller numbers are displayed with an exponent."""

_DIGITS: Final = 600
"""Precision for the largest number (308 digits) and the decimals of a format."""

_NOT_A_NUMBER: Final = "#NUM!"


@lru_cache(maxsize=65536)
def shown_number(value: float, code: str, *, since_1904: bool = False) -> str:
    """A number in a format, rounded half up from the 15 digits that programs keep.

    Args:
        value: The number as stored; days since the epoch for a date.
        code: The format as stored: ``#,##0.00``, ``yyyy"年"m"月"d"日"``.
        since_1904: Whether the workbook counts days from 1904 instead of 1900.
    """
    if not math.isfinite(value):
        return _NOT_A_NUMBER
    sections = sections_of(code)
    section = next((part for part in sections if part.holds(value)), sections[-1])
    shape = _shape(section)
    if shape is Kind.DATE:
        date = shown_date(value, section, since_1904=since_1904)
        return _general(value) if date is None else date
    if shape is Kind.TEXT:
        return _general(value)
    sign = "-" if value < 0 and not section.drops_sign else ""
    if shape is Kind.GENERAL:
        return sign + _with_general(section, abs(value))
    if shape is Kind.EXPONENT:
        return sign + _scientific(section, abs(value))
    with localcontext(prec=_DIGITS):
        return sign + _decimal(section, Decimal(f"{abs(value):.15g}"))


@lru_cache(maxsize=1024)
def _shape(section: Section) -> Kind:
    """The kind of piece that decides how a section is formatted."""
    if section.has(Kind.DATE, Kind.ELAPSED, Kind.MERIDIEM):
        return Kind.DATE
    if section.has(Kind.TEXT, Kind.FRACTION):
        return Kind.TEXT
    shapes = (Kind.GENERAL, Kind.EXPONENT)
    return next((shape for shape in shapes if section.has(shape)), Kind.DIGIT)


def _general(value: float) -> str:
    """The shortest text with 15 significant digits."""
    text = f"{value:.15g}"
    if "e" not in text:
        return "0" if text == "-0" else text
    return plain(Decimal(text)) if _SMALLEST_PLAIN <= abs(value) < 1 else text.upper()


def _with_general(section: Section, value: float) -> str:
    return "".join(
        _general(value) if piece.kind is Kind.GENERAL else piece.text
        for piece in section.pieces
    )


def _scientific(section: Section, value: float) -> str:
    kinds = [piece.kind for piece in section.pieces]
    cut = kinds.index(Kind.EXPONENT)
    point = kinds.index(Kind.POINT) if Kind.POINT in kinds[:cut] else cut
    places = kinds[point:cut].count(Kind.DIGIT)
    mantissa, exponent = f"{value:.{places}e}".split("e")
    sign = "-" if exponent[0] == "-" else section.pieces[cut].text[1:].strip("-")
    digits = exponent[1:].lstrip("0").rjust(kinds[cut:].count(Kind.DIGIT), "0")
    return f"{mantissa}E{sign}{digits}"


@dataclass(frozen=True, slots=True)
class _Places:
    """The digit places of a section (数位)."""

    whole: Sequence[Piece]
    """The pieces before the point."""
    part: Sequence[Piece]
    count: int
    """Number of decimals."""
    shift: int
    """Powers of ten by which the number is multiplied: 2 for percentages."""


@lru_cache(maxsize=1024)
def _places(section: Section) -> _Places:
    pieces, kinds = section.pieces, [piece.kind for piece in section.pieces]
    point = kinds.index(Kind.POINT) if Kind.POINT in kinds else _end(kinds)
    shift = 2 * kinds.count(Kind.PERCENT) - 3 * _scale(kinds)
    count = kinds[point:].count(Kind.DIGIT)
    return _Places(pieces[:point], pieces[point:], count, shift)


def _decimal(section: Section, value: Decimal) -> str:
    if not section.has(Kind.DIGIT):
        return "".join(piece.text for piece in section.pieces)
    places = _places(section)
    scaled = rounded(value.scaleb(places.shift), places.count)
    whole, _, part = f"{scaled:f}".partition(".")
    return _whole(places.whole, whole.lstrip("0")) + _part(places.part, part)


def _end(kinds: Sequence[Kind]) -> int:
    """The index after the last digit."""
    return len(kinds) - kinds[::-1].index(Kind.DIGIT)


def _scale(kinds: Sequence[Kind]) -> int:
    """Number of commas after the last digit; each divides by a thousand."""
    behind = kinds[_end(kinds) :]
    return next((n for n, k in enumerate(behind) if k is not Kind.COMMA), len(behind))


def _whole(pieces: Sequence[Piece], digits: str) -> str:
    """The integer digits, placed from the right."""
    first = next((n for n, p in enumerate(pieces) if p.kind is Kind.DIGIT), 0)
    grouped = any(piece.kind is Kind.COMMA for piece in pieces[first:])
    out: list[str] = []
    count = 0
    for number in range(len(pieces) - 1, -1, -1):
        piece = pieces[number]
        if piece.kind is Kind.DIGIT:
            last = len(digits) if number == first else 1
            taken = digits[-last:] if digits else "0" * (piece.text == "0")
            digits = digits[:-last]
            for digit in reversed(taken):
                out.append("," if grouped and count and count % 3 == 0 else "")
                out.append(digit)
                count += 1
        elif piece.kind is not Kind.COMMA:
            out.append(piece.text)
    return "".join(reversed(out))


def _part(pieces: Sequence[Piece], digits: str) -> str:
    """The point and the decimals; a trailing ``#`` shows no zero."""
    kept = len(digits)
    optional = [piece.text != "0" for piece in pieces if piece.kind is Kind.DIGIT]
    while kept and digits[kept - 1] == "0" and optional[kept - 1]:
        kept -= 1
    rest = iter(digits[:kept])
    return "".join(
        next(rest, "") if piece.kind is Kind.DIGIT else piece.text
        for piece in pieces
        if piece.kind is not Kind.COMMA
    )
