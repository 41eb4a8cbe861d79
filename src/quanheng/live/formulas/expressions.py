"""Pieces of spreadsheet formulas: places, texts, numbers, conditions (公式片段)."""

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from typing import Final

from quanheng.core.quantity import plain
from quanheng.core.source import Source

NUDGE: Final = "1E-11"
"""More than the error of a binary fraction, less than any real distance to a tie."""
_LONGEST_TEXT: Final = 200
"""Spreadsheet programs limit texts inside a formula."""

Place = tuple[int, int]
"""Grid row and column, from 0."""


def place_of(at: Source) -> Place:
    """The grid place of a source."""
    return at.row - 1, at.column - 1


def cell(place: Place) -> str:
    """A reference to a place."""
    return f"@[{place[0]},{place[1]}]"


def in_row(column: int) -> str:
    """A reference to a column of the same row."""
    return f"@[.,{column}]"


def span(first: Place, last: Place) -> str:
    """A reference to all places from one to another."""
    return f"{cell(first)}:{cell(last)}"


def text(value: str) -> str:
    """A text constant."""
    return '"' + value.replace('"', '""').replace("@[", '@"&"[') + '"'


def number(value: Decimal | int) -> str:
    """A number constant."""
    return plain(Decimal(value))


def constant(value: Decimal | int | str | None) -> str:
    """A constant; the empty text for None."""
    if value is None:
        return '""'
    return text(value) if isinstance(value, str) else number(value)


def equals(place: str, value: str) -> str:
    """Whether a cell holds a text, line breaks aside; long texts by their beginning."""
    flat = value.replace("\n", "")
    held = f"SUBSTITUTE({place},CHAR(10),{text('')})" if "\n" in value else place
    if len(flat) <= _LONGEST_TEXT:
        return f"{held}={text(flat)}"
    return f"LEFT({held},{_LONGEST_TEXT})={text(flat[:_LONGEST_TEXT])}"


def cases(*pairs: tuple[str, str], otherwise: str) -> str:
    """The value of the first condition that is true."""
    return reduce(lambda rest, p: f"IF({p[0]},{p[1]},{rest})", pairs[::-1], otherwise)


def both(*conditions: str) -> str:
    """Whether all conditions are true."""
    return f"AND({','.join(conditions)})"


def either(*conditions: str) -> str:
    """Whether any condition is true."""
    return f"OR({','.join(conditions)})"


def rounded(value: str, places: str) -> str:
    """A value that is not negative, rounded half up (四舍五入)."""
    return f"ROUND({value}+{NUDGE},{places})"


def contains_any(place: str, words: Sequence[str]) -> str:
    """Whether a text contains any of the words."""
    return either(*(f"ISNUMBER(FIND({text(word)},{place}))" for word in words))


def is_listed(place: str, name: str) -> str:
    """Whether a text is in a named list."""
    return f"ISNUMBER(MATCH({place},{name},0))"
