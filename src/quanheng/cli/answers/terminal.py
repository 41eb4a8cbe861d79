"""Lines that fit the terminal: Chinese takes two columns, colours only where shown."""

import re
import shutil
from typing import Final

import typer
from rich.cells import cell_len, chop_cells

WIDTH_IN_A_PIPE: Final = 100
WIDEST: Final = 120
"""Longer lines are hard to read, however wide the window is."""

_TOKEN: Final = re.compile(r"[!-~]+|\s+|.")
_STYLE: Final = re.compile(r"\x1b\[[\d;]*m")
_CLOSING: Final = "，。；：、！？）”’》〕"


def width() -> int:
    """Columns to fill."""
    return min(shutil.get_terminal_size((WIDTH_IN_A_PIPE, 24)).columns, WIDEST)


def folded(text: str, indent: int) -> str:
    """A text folded to the terminal's width, all lines at one indent.

    Latin words stay whole and a closing mark never begins a line.

    Args:
        text: One paragraph.
        indent: Columns that stand before the first line already.
    """
    room = max(width() - indent, 20)
    lines, used = [""], 0
    for token in _TOKEN.findall(text):
        size = cell_len(token)
        if used and used + size > room and token not in _CLOSING:
            lines.append("")
            used = 0
            token = token.lstrip()  # noqa: PLW2901 - a fold takes the blank
            size = cell_len(token)
        lines[-1] += token
        used += size
    return ("\n" + " " * indent).join(line.rstrip() for line in lines)


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
