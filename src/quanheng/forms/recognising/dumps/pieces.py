"""What speaks for the place of a piece of text in a row (词块的线索)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from quanheng.core.source import WHOLE_FILE, Source
from quanheng.forms.recognising.indicators.columns import ROLES
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.language.folding import folded

MONEY_ROLES: Final = (
    *("money_label", "money_amount", "money_source", "money_rate", "money_points"),
    *("money_line", "money_unknown"),
)
"""What a column of a table of money may hold."""
JOINED, ROW = "joined", "row"
LABELS: Final = (*ROLES, *MONEY_ROLES, JOINED, ROW)
"""What a piece may be: in a column, the rest of another one, the first of a row."""

_FIGURE: Final = re.compile(r"[^\d]{0,4}(\d[\d,]{0,12}(?:\.\d{1,8})?)")
_UNIT: Final = re.compile(r"[\d,.]+\s*(.{1,6})$")
_SIZES: Final = (10, 30, 100, 1000)
_LENGTHS: Final = (2, 4, 8, 16, 32)
_NAMED: Final = ("category", "total_row", "indicator", "budget_column", "budget_row")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text: a cell, or a word of a line (词块).

    Attributes:
        text: The text, empty where a blank cell is known.
        at: Its place.
        starts: Whether it begins its line.
        is_cut: Whether its ends are not printed but were found (粘连).
    """

    text: str
    at: Source = WHOLE_FILE
    starts: bool = False
    is_cut: bool = False


def around(pieces: Sequence[Piece], number: int) -> tuple[str, str, str, str]:
    """The text of a piece, of the two before it, and of the one behind it."""
    before = [pieces[n].text if n >= 0 else "" for n in (number - 1, number - 2)]
    after = pieces[number + 1].text if number + 1 < len(pieces) else ""
    return pieces[number].text, before[0], before[1], after


def marks(text: str, before: str, second: str, after: str) -> list[str]:
    """What speaks for the place of a piece among others."""
    return [*_own(text), *_beside(text, before, second, after)]


@lru_cache(maxsize=8192)
def _own(text: str) -> tuple[str, ...]:
    told = evidence(text)
    found = ["bias", told.shape]
    found += [f"{group}.{told.exact[group]}" for group in _NAMED if group in told.exact]
    if not told.exact and any(told.likely.values()):
        found.append("likely")
    found.append(f"length>{sum(len(text) > size for size in _LENGTHS)}")
    if (figure := _number(text)) is not None:
        found.append(f"{told.shape}>{sum(figure > size for size in _SIZES)}")
    return tuple(found)


@lru_cache(maxsize=16384)
def _beside(text: str, before: str, second: str, after: str) -> tuple[str, ...]:
    """How a text compares with its neighbours."""
    shape = evidence(text).shape
    found = [
        f"{evidence(before).shape}|{shape}",
        f"{shape}|{evidence(after).shape}",
        *_compared(text, before, "1"),
        *_compared(text, second, "2"),
    ]
    found += (f"next{mark}" for mark in _compared(after, text, ""))
    return tuple(found)


def _compared(text: str, before: str, distance: str) -> Iterator[str]:
    if not text or not before:
        return
    if text == before:
        yield f"same{distance}"
    ours, theirs = _number(text), _number(before)
    if ours is not None and theirs is not None:
        yield f"less{distance}" if ours <= theirs else f"more{distance}"
    unit, other = _UNIT.search(text), _UNIT.search(before)
    if unit and other and unit[1] == other[1]:
        yield f"unit{distance}"


@lru_cache(maxsize=16384)
def _number(text: str) -> Decimal | None:
    match = _FIGURE.match(folded(text))
    return Decimal(match[1].replace(",", "")) if match else None
