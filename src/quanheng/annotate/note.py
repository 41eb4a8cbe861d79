"""Notes and changes to write into a user's file (批注与改动)."""

from dataclasses import dataclass
from datetime import date

from quanheng.core.source import Source


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a place (批注).

    Attributes:
        at: The place.
        text: Its text, one paragraph per line; the first one is its title.
        severity: ``error``, ``warning`` or ``info``.
    """

    at: Source
    text: str
    severity: str


@dataclass(frozen=True, slots=True)
class Change:
    """A replacement of a text (改动).

    Attributes:
        at: The place.
        old: The current text or a part that occurs once in it; empty if the place is.
        new: The new text.
    """

    at: Source
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The author and the date of notes (署名)."""

    author: str
    initials: str
    day: date


@dataclass(frozen=True, slots=True)
class Changed:
    """A file with the changes that could be made in it (改动结果)."""

    data: bytes
    done: tuple[Change, ...]
