"""Behaviour of cells while a form is filled in (填报行为); for writers that compute.

Formulas use functions common to all spreadsheet programs. They refer to a cell of the
same table as ``@[row,column]``, counted from 0, to one of the same row also as
``@[.,column]``, and to a named cell by its name.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """Meanings of coloured cells (颜色含义)."""

    ERROR = "error"
    """Wrong and to be changed."""
    WARNING = "warning"
    """To be checked, or still missing."""
    EMPTY = "empty"
    """To be filled in."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A condition that colours a cell (变色提示)."""

    formula: str
    tone: Tone = Tone.ERROR


@dataclass(frozen=True, slots=True)
class Live:
    """The behaviour of a cell while a form is filled in (填报行为).

    Attributes:
        formula: Its formula, empty if it keeps its text.
        is_open: Whether it is to be filled in; other cells are protected.
        is_hidden: Whether it only serves other formulas.
        number: Number format: ``0.00%``; ``@`` keeps input as text.
        choices: The texts to choose from.
        is_strict: Whether only the choices may be entered.
        limits: Lowest and highest number that may be entered, as formulas.
        hint: Input message.
        alarms: The conditions that colour it; the most severe wins.
        room: Lines to leave for input.
        name: The name of its value in formulas of any table.
        words: The list of words that the name refers to instead.
    """

    formula: str = ""
    is_open: bool = False
    is_hidden: bool = False
    number: str = ""
    choices: tuple[str, ...] = ()
    is_strict: bool = True
    limits: tuple[str, str] | None = None
    hint: str = ""
    alarms: tuple[Alarm, ...] = ()
    room: int = 0
    name: str = ""
    words: tuple[str, ...] = ()
