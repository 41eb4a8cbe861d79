"""Automatic numbering rendered to text (自动编号)."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from lxml import etree

from quanheng.readers.docx import names as w
from quanheng.readers.docx.numerals import render
from quanheng.readers.xml import parse

_HOLE: Final = re.compile(r"%([1-9])")
_FULL_WIDTH_END: Final = re.compile(r"[、）〕】》，：．]$")
_DEEPEST: Final = 8


@dataclass(slots=True)
class _Level:
    """One level of a list; ``restart`` 0 means that it never starts anew."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    restart: int | None = None
    arabic_only: bool = False
    style: str = ""


@dataclass(slots=True)
class _List:
    """A list as paragraphs refer to it: levels and the counter it shares."""

    counter: str
    levels: dict[int, _Level]
    starts: dict[int, int]


class Numbering:
    """The lists of one document, with their counters as reading goes on."""

    def __init__(self, load: Callable[[], bytes]) -> None:
        self._load = load
        self._lists: dict[str, _List] | None = None
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()

    def label(self, number_id: str, level: int | None, style: str = "") -> str:
        """The number of the next paragraph of a list, with what parts it from the text.

        Args:
            number_id: The list; ``0`` and unknown ones have no number.
            level: Level from 0, None to go by the style.
            style: The paragraph's style.
        """
        if self._lists is None:
            self._lists = _read_lists(self._load())
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


def _count(numbered: _List, level: int, counts: dict[int, int]) -> str:
    levels = numbered.levels
    own = levels.get(level, _Level())
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


def _read_lists(data: bytes) -> dict[str, _List]:
    if not data:
        return {}
    root = parse(data, "numbering.xml")
    abstract = {
        element.get(w.ABSTRACT_NUMBER_ID, ""): element
        for element in root.iterchildren(w.ABSTRACT_NUMBER)
    }
    by_style = {
        link.get(w.VAL, ""): key
        for key, element in abstract.items()
        for link in element.iterchildren(w.STYLE_LINK)
    }
    lists: dict[str, _List] = {}
    for number in root.iterchildren(w.NUMBER):
        key = _child(number, w.ABSTRACT_NUMBER_ID) or ""
        element = abstract.get(key)
        if element is None:
            continue
        link = _child(element, w.NUMBER_STYLE_LINK)
        if link in by_style:
            key = by_style[link]
            element = abstract[key]
        lists[number.get(w.NUMBER_ID, "")] = _read_list(number, element, key)
    return lists


def _read_list(number: etree._Element, element: etree._Element, key: str) -> _List:
    levels = {
        _place(level): _read_level(level) for level in element.iterchildren(w.LEVEL)
    }
    starts: dict[int, int] = {}
    for override in number.iterchildren(w.LEVEL_OVERRIDE):
        place = _place(override)
        for level in override.iterchildren(w.LEVEL):
            levels[place] = _read_level(level)
        start = _child(override, w.START_OVERRIDE)
        if start is not None:
            starts[place] = w.whole(start) or 0
    return _List(key, levels, starts)


def _read_level(level: etree._Element) -> _Level:
    arabic = next(level.iterchildren(w.ARABIC_ONLY), None)
    return _Level(
        start=w.whole(_child(level, w.START)) or 0,
        format=_child(level, w.FORMAT) or "decimal",
        text=_child(level, w.LEVEL_TEXT) or "",
        suffix=_child(level, w.SUFFIX) or "tab",
        restart=w.whole(_child(level, w.LEVEL_RESTART)),
        arabic_only=arabic is not None and w.is_on(arabic.get(w.VAL)),
        style=_child(level, w.PARAGRAPH_STYLE) or "",
    )


def _place(element: etree._Element) -> int:
    return w.whole(element.get(w.NUMBER_LEVEL)) or 0


def _child(element: etree._Element, name: str) -> str | None:
    child = next(element.iterchildren(name), None)
    return None if child is None else child.get(w.VAL)
