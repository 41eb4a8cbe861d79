"""Tables of text on the terminal (终端表格)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Final

from rich.cells import cell_len

from quanheng.answers.terminal import coloured, width, wrapped

_GAP: Final = 2
_NARROWEST: Final = 10
"""The least width, in terminal columns, that a text is folded to."""


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column (列).

    Attributes:
        heading: Its heading.
        folds: Whether long texts are folded on a narrow terminal.
        right: Whether texts are aligned to the right, as numbers are.
    """

    heading: str
    folds: bool = False
    right: bool = False


def in_columns(
    columns: Sequence[TextColumn],
    rows: Sequence[Sequence[str]],
    colours: Sequence[str | None] = (),
    *,
    coloured_at: int = 0,
) -> Iterator[str]:
    """The lines of a table that fits the terminal, headings first.

    ``colours`` holds a colour for each row, for its text in column ``coloured_at``.
    """
    widths = _widths(columns, rows)
    heads = [column.heading for column in columns]
    yield from (coloured(line, bold=True) for line in _row(columns, heads, widths))
    for row, colour in zip_longest(rows, colours[: len(rows)]):
        yield from _row(columns, row, widths, colour, coloured_at)


def _widths(
    columns: Sequence[TextColumn], rows: Sequence[Sequence[str]]
) -> Sequence[int]:
    """The width of the longest text; columns that fold share what is left."""
    longest = [
        max(cell_len(text) for text in (column.heading, *(row[n] for row in rows)))
        for n, column in enumerate(columns)
    ]
    folding = [n for n, column in enumerate(columns) if column.folds]
    fixed = sum(size for n, size in enumerate(longest) if n not in folding)
    room = width() - fixed - _GAP * (len(columns) - 1)
    for left, n in enumerate(sorted(folding, key=longest.__getitem__)):
        share = max(room // (len(folding) - left), _NARROWEST)
        longest[n] = min(longest[n], share)
        room -= longest[n]
    return longest


def _row(
    columns: Sequence[TextColumn],
    texts: Sequence[str],
    widths: Sequence[int],
    colour: str | None = None,
    coloured_at: int = 0,
) -> Iterator[str]:
    cells = [wrapped(text, size) for text, size in zip(texts, widths, strict=True)]
    for line in zip_longest(*cells, fillvalue=""):
        padded = [
            _padded(text, size, right=column.right)
            for column, text, size in zip(columns, line, widths, strict=True)
        ]
        if colour:
            padded[coloured_at] = coloured(padded[coloured_at], colour, bold=True)
        yield (" " * _GAP).join(padded).rstrip()


def _padded(text: str, size: int, *, right: bool) -> str:
    blank = " " * (size - cell_len(text))
    return blank + text if right else text + blank
