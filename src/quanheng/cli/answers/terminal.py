"""Lines that fit the terminal: Chinese takes two columns, colours only where shown."""

import shutil
from typing import Final

import typer
from rich.cells import cell_len, chop_cells

WIDTH_IN_A_PIPE: Final = 100
WIDEST: Final = 120
"""Longer lines are hard to read, however wide the window is."""


def width() -> int:
    """Columns to fill."""
    return min(shutil.get_terminal_size((WIDTH_IN_A_PIPE, 24)).columns, WIDEST)


def folded(text: str, indent: int, hanging: int | None = None) -> str:
    """A text folded to the terminal's width.

    Args:
        text: One paragraph.
        indent: Columns that stand before the first line already.
        hanging: Columns to leave before the other lines; as many by default.
    """
    left = indent if hanging is None else hanging
    room = max(width() - max(indent, left), 20)
    return ("\n" + " " * left).join(chop_cells(text, room) or [""])


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


def coloured(text: str, colour: str | None = None, *, bold: bool = False) -> str:
    """A text in a colour; ``typer.echo`` takes it out where none can be shown."""
    return typer.style(text, fg=colour, bold=bold)


def dim(text: str) -> str:
    """A text that steps back."""
    return typer.style(text, dim=True)
