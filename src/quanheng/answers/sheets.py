"""Lists of an answer as sheets of a workbook, in its language (清单工作表)."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from quanheng.core.bilingual import Words
from quanheng.writers.sheet import Column, Entry, Sheet

RED: Final = ("#8E1B12", "#FDECEA")
"""Ink and ground of a cell, as are all colours here."""
AMBER: Final = ("#704600", "#FFF4DC")
BLUE: Final = ("#174A80", "#E8F1FB")
GREEN: Final = ("#14592B", "#E8F6EC")


class Head(NamedTuple):
    """A column of a list in both languages; see :class:`Column` (列)."""

    words: Words
    width: int
    centred: bool = False
    to_fill: bool = False
    choices: tuple[Words, ...] = ()


def sheet(
    title: Words, heads: Iterable[Head], rows: Iterable[Sequence[Entry]], lang: str
) -> Sheet:
    """A list with its title and headings in one language."""
    columns = tuple(
        Column(
            head.words.text(lang),
            head.width,
            head.centred,
            head.to_fill,
            tuple(choice.text(lang) for choice in head.choices),
        )
        for head in heads
    )
    return Sheet(title.text(lang), columns, list(rows))
