"""Text that fits the terminal; a Chinese character takes two columns (终端文本)."""

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
"""What a line break may not split: a number with its unit or sign, a date, a Latin
word, a bracket or quotation mark with its neighbour."""
_STYLE: Final = re.compile(r"\x1b\[[\d;]*m")


def width() -> int:
    """The columns to fill."""
    return min(shutil.get_terminal_size((WIDTH_IN_A_PIPE, 24)).columns, WIDEST)


def folded(text: str, indent: int) -> str:
    """A paragraph folded to the terminal's width; later lines are indented."""
    room = max(width() - indent, 20)
    return ("\n" + " " * indent).join(wrapped(text, room))


def wrapped(text: str, room: int) -> list[str]:
    """The lines of a text folded to ``room`` half-width columns (折行).

    Numbers, dates and Latin words stay whole where they fit; no line begins with a
    closing mark or ends with an opening one. Line breaks of the text are kept.
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
    """A text in one line, shortened around some words where it is too long."""
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
    """A line of carets below some words; empty if they are missing or all there is."""
    if not words or words not in line:
        return ""
    before, found, after = line.partition(words)
    if not (before + after).strip("…"):
        return ""
    return " " * cell_len(before) + "^" * cell_len(found)


def coloured(text: str, colour: str | None = None, *, bold: bool = False) -> str:
    """A coloured text; ``typer.echo`` drops colours that can't be shown."""
    return typer.style(text, fg=colour, bold=bold)


def dim(text: str) -> str:
    """A text in faint print."""
    return typer.style(text, dim=True)


def uncoloured(text: str) -> str:
    """A text without colours, for a file."""
    return _STYLE.sub("", text)
