"""Automatic numbering as text (自动编号)."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from quanheng.readers.word.numerals import render

_HOLE: Final = re.compile(r"%([1-9])")
_FULL_WIDTH_END: Final = re.compile(r"[、）〕】》，：．]$")
_DEEPEST: Final = 8


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list (编号级别).

    Attributes:
        start: First number.
        format: Name of the number format, as in ``w:numFmt``.
        text: The label with placeholders: ``%1、``, ``%1.%2``.
        suffix: Separator of label and text: ``tab``, ``space`` or ``nothing``.
        restart: The level, from 1, that restarts this one; 0 for none, None for each
            higher one.
        arabic_only: Whether all numbers of its label are arabic.
        style: The linked paragraph style, empty without one.
    """

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    arabic_only: bool = False
    style: str = ""


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list as paragraphs refer to it (编号列表).

    Attributes:
        counter: Key of its counter, which lists may share.
        levels: Its levels, from 0.
        starts: Start overrides by level.
    """

    counter: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]


class Numbering:
    """The lists of one document and their counters."""

    def __init__(self, load: Callable[[], Mapping[str, NumberedList]]) -> None:
        self._load = load
        self._lists: Mapping[str, NumberedList] | None = None
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, number_id: str, level: int | None, style: str = "") -> str:
        """The number of the next paragraph of a list, with its separator.

        Args:
            number_id: The list; ``0`` and unknown ones have no number.
            level: Level from 0, None to use that linked to the style.
            style: The paragraph's style.
        """
        if self._lists is None:
            self._lists = self._load()
        found = self._lists.get(number_id)
        if found is None:
            return ""
        if level is None:
            level = next((n for n, it in found.levels.items() if it.style == style), 0)
        level = min(level, _DEEPEST)
        counts = self._counts.setdefault(found.counter, {})
        if number_id not in self._begun:
            self._begun.add(number_id)
            for place, start in found.starts.items():
                counts[place] = start - 1
        return _count(found, level, counts)


def _count(numbered: NumberedList, level: int, counts: dict[int, int]) -> str:
    levels = numbered.levels
    own = levels.get(level, Level())
    counts[level] = counts.get(level, own.start - 1) + 1
    for deeper in range(level + 1, _DEEPEST + 1):
        restart = levels.get(deeper, own).restart
        if restart is None or level < restart:
            counts.pop(deeper, None)
    for higher in range(level):
        counts.setdefault(higher, levels.get(higher, own).start)

    def number(hole: re.Match[str]) -> str:
        place = int(hole[1]) - 1
        shown = levels.get(place, own)
        style = "decimal" if own.arabic_only else shown.format
        return render(counts.get(place, shown.start), style)

    if own.format in {"bullet", "none"} and not _HOLE.search(own.text):
        return ""
    return _with_suffix(_HOLE.sub(number, own.text), own.suffix)


def _with_suffix(label: str, suffix: str) -> str:
    if not label or suffix == "nothing":
        return label
    if suffix == "tab" and _FULL_WIDTH_END.search(label):
        return label
    return f"{label} "
