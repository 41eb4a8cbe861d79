"""What is to be written into a user's file (批注与改动)."""

from dataclasses import dataclass
from datetime import date

from quanheng.core.source import Source


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a place (批注).

    Attributes:
        at: The place.
        text: What is said, one paragraph a line; the first one is its title.
        severity: ``error``, ``warning`` or ``info``.
    """

    at: Source
    text: str
    severity: str


@dataclass(frozen=True, slots=True)
class Change:
    """A text that is to stand in the place of another (改动).

    Attributes:
        at: The place.
        old: The text there now; it may be a part of what stands there, as long as it
            stands there once. Empty where the place is empty.
        new: The text that is to be there.
    """

    at: Source
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Signature:
    """Who writes the notes, and when (署名).

    Attributes:
        author: Name of the author.
        initials: The author's initials.
        day: The day of the notes; it is given, so that equal input gives equal output.
    """

    author: str
    initials: str
    day: date


@dataclass(frozen=True, slots=True)
class Changed:
    """A file with the changes that could be made (改动结果).

    Attributes:
        data: The file.
        done: The changes made; all others can't be made in it.
    """

    data: bytes
    done: tuple[Change, ...]
