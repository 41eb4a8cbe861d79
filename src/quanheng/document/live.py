"""What a cell does while people fill a form in (填报行为); for writers that compute.

Formulas are written in the functions that all spreadsheet programs share. A place of
the same table stands in them as ``@[row,column]``, counted from 0, one in the same row
also as ``@[.,column]``; a name that a cell bears stands as itself.
"""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a coloured cell tells (颜色含义)."""

    ERROR = "error"
    """What is wrong: it has to be changed."""
    WARNING = "warning"
    """What is to be looked at or still missing."""
    EMPTY = "empty"
    """What waits to be filled in."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A fault that a cell shows by its colour (变色提示).

    Attributes:
        formula: True where the fault is there.
        tone: What the colour tells.
    """

    formula: str
    tone: Tone = Tone.ERROR


@dataclass(frozen=True, slots=True)
class Live:
    """What a cell does while a form is filled in (填报行为).

    Attributes:
        formula: What it computes; empty where it keeps its text.
        is_open: Whether a person fills it in; any other cell is protected.
        is_hidden: Whether it is only there for other formulas.
        number: Number format of what it computes or is given: ``0.00%``; ``@`` keeps
            what is typed as text.
        choices: The texts to choose from.
        is_strict: Whether nothing but the choices may be entered.
        limits: Lowest and highest number that may be entered, as formulas.
        hint: What a person sees who is about to fill it in.
        alarms: The faults that colour it; a graver one wins.
        room: Lines to leave for what will be filled in.
        name: The name of its value for formulas of any table.
        words: A list of words that the name stands for instead.
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
