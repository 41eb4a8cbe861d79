"""Formulas in pieces (公式片段): places, texts, numbers and what is built of them."""

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from typing import Final

from quanheng.core.quantity import plain
from quanheng.core.source import Source

NUDGE: Final = "1E-11"
"""Binary fractions fall short of a decimal tie by less; real scores never lie so near
below one."""
_LONGEST_TEXT: Final = 200
"""Programs take no longer text inside a formula."""

Place = tuple[int, int]
"""Grid row and column, from 0."""


def place_of(at: Source) -> Place:
    """The grid place that a source names."""
    return at.row - 1, at.column - 1


def cell(place: Place) -> str:
    """The value of a place."""
    return f"@[{place[0]},{place[1]}]"


def in_row(column: int) -> str:
    """The value of a column in the same row."""
    return f"@[.,{column}]"


def span(first: Place, last: Place) -> str:
    """All places from one to another."""
    return f"{cell(first)}:{cell(last)}"


def text(said: str) -> str:
    """A text as it stands in a formula."""
    return '"' + said.replace('"', '""').replace("@[", '@"&"[') + '"'


def number(value: Decimal | int) -> str:
    """A number as it stands in a formula."""
    return plain(Decimal(value))


def constant(value: Decimal | int | str | None) -> str:
    """A value as it stands in a formula; nothing is the empty text."""
    if value is None:
        return '""'
    return text(value) if isinstance(value, str) else number(value)


def says(place: str, said: str) -> str:
    """Whether a text column holds a text; of a long one its beginning is compared."""
    flat = said.replace("\n", "")
    held = f"SUBSTITUTE({place},CHAR(10),{text('')})" if "\n" in said else place
    if len(flat) <= _LONGEST_TEXT:
        return f"{held}={text(flat)}"
    return f"LEFT({held},{_LONGEST_TEXT})={text(flat[:_LONGEST_TEXT])}"


def cases(*pairs: tuple[str, str], otherwise: str) -> str:
    """The value of the first condition that holds."""
    return reduce(lambda rest, p: f"IF({p[0]},{p[1]},{rest})", pairs[::-1], otherwise)


def both(*conditions: str) -> str:
    """Whether all conditions hold."""
    return f"AND({','.join(conditions)})"


def either(*conditions: str) -> str:
    """Whether one of the conditions holds."""
    return f"OR({','.join(conditions)})"


def rounded(value: str, places: str) -> str:
    """A value that is not negative, rounded half up (四舍五入)."""
    return f"ROUND({value}+{NUDGE},{places})"


def holds_any(place: str, words: Sequence[str]) -> str:
    """Whether a text holds one of some words."""
    return either(*(f"ISNUMBER(FIND({text(word)},{place}))" for word in words))


def is_listed(place: str, name: str) -> str:
    """Whether a text is one of a named list."""
    return f"ISNUMBER(MATCH({place},{name},0))"
