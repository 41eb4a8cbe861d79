"""Lines that fit the terminal: Chinese takes two columns, colours only where shown."""

import re
import shutil
from collections.abc import Iterator
from typing import Final

import typer
from rich.cells import cell_len, chop_cells

WIDTH_IN_A_PIPE: Final = 100
WIDEST: Final = 120
"""Longer lines are hard to read, however wide the window is."""

_WORD: Final = re.compile(
    r"\s+|[（《“‘〔【「『≥≤＞＜±≈]*"
    r"(?:[!-~]*\d[万亿]?[一-龥]|[!-~]+|[^\s])"
    r"[，。；：、！？）》”’〕】」』％…,;:!?)\]%]*"
)
"""What no line breaks in: numbers with their unit, dates, Latin words, a mark with
what it opens or closes, a sign with its number."""
_STYLE: Final = re.compile(r"\x1b\[[\d;]*m")


def width() -> int:
    """Columns to fill."""
    return min(shutil.get_terminal_size((WIDTH_IN_A_PIPE, 24)).columns, WIDEST)


def folded(text: str, indent: int) -> str:
    """A text folded to the terminal's width, all lines at one indent.

    Args:
        text: One paragraph.
        indent: Columns that stand before the first line already.
    """
    room = max(width() - indent, 20)
    return ("\n" + " " * indent).join(wrapped(text, room))


def wrapped(text: str, room: int) -> list[str]:
    """The lines of a text in a column (折行), no word lost and none cut that fits.

    Numbers, dates and Latin words stay whole, and no line begins with a closing mark
    or ends with an opening one.

    Args:
        text: The text; its own lines stay apart.
        room: Half-width columns of a line.
    """
    return [line for part in text.split("\n") for line in _wrapped(part, room)]


def _wrapped(text: str, room: int) -> Iterator[str]:
    line, used = "", 0
    for word in _WORD.findall(text):
        size = cell_len(word)
        if used and used + size > room:
            yield line.rstrip()
            line, used = "", 0
            if word.isspace():
                continue
        while size > room:
            piece, *_ = chop_cells(word, room)
            yield piece
            word = word[len(piece) :]  # noqa: PLW2901 - what is left of it
            size = cell_len(word)
        line += word
        used += size
    yield line.rstrip()


def window(text: str, words: str, room: int) -> str:
    """One line of a text that holds some words, cut at both ends where it is long."""
    line = " ".join(text.split())
    if cell_len(line) <= room:
        return line
    found = max(line.find(words), 0) if words else 0
    start = max(found - 8, 0) if found + len(words) > room // 2 else 0
    cut = ("…" if start else "") + line[start:]
    if cell_len(cut) <= room:
        return cut
    return chop_cells(cut, room - 1)[0] + "…"


def carets(line: str, words: str) -> str:
    """Blanks and carets that mark some words in the line above them.

    Empty where the line does not hold the words, or nothing else.
    """
    if not words or words not in line:
        return ""
    before, found, after = line.partition(words)
    if not (before + after).strip("…"):
        return ""
    return " " * cell_len(before) + "^" * cell_len(found)


def coloured(text: str, colour: str | None = None, *, bold: bool = False) -> str:
    """A text in a colour; ``typer.echo`` takes it out where none can be shown."""
    return typer.style(text, fg=colour, bold=bold)


def dim(text: str) -> str:
    """A text that steps back."""
    return typer.style(text, dim=True)


def uncoloured(text: str) -> str:
    """A text for a file."""
    return _STYLE.sub("", text)
