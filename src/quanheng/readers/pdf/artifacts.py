"""Drop page headers, footers, numbers and tables of contents (页眉页脚、页码、目录)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.document.headings import is_contents_entry
from quanheng.readers.pdf.leaf import Leaf
from quanheng.readers.pdf.lines import Line

_MARGIN: Final = 0.07
"""Share of the page's height that may hold headers and footers: office programs put
headers at 0.05 and begin the text at 0.09 at the earliest."""
_NUMBER_MARGIN: Final = 0.12
"""The same for page numbers, which their form identifies."""
_FEWEST_PAGES: Final = 2
_FEWEST_ENTRIES: Final = 3
"""Fewest consecutive entries of a table of contents."""
_NUMBERED: Final = re.compile(
    r"(?:[-–—―~·•]\s*\d{1,4}\s*[-–—―~·•]|第\s*\d{1,4}\s*页(?:\W*共\s*\d{1,4}\s*页)?"
    r"|(?:page\s*)?\d{1,4}\s*(?:/|of)\s*\d{1,4})",
    re.IGNORECASE,
)
_BARE_NUMBER: Final = re.compile(r"\d{1,4}")
_ENTRY: Final = re.compile(r"(?P<title>\S.*?)[\s.．·…]*\d{1,3}")
_CONTENTS_TITLE: Final = re.compile(r"目\s*[录次]")


def drop_running(leaves: Sequence[Leaf]) -> None:
    """Remove page numbers, headers and footers that are certain."""
    _drop_numbers(leaves)
    _drop_repeated(leaves)
    _drop_numbers(leaves)


def drop_contents(leaves: Sequence[Leaf]) -> None:
    """Remove a table of contents (目录) and its title.

    Its entries end with a page number after leaders or a tab, or repeat a line found
    elsewhere.
    """
    lines = [line for leaf in leaves for line in leaf.lines]
    whole = {_bare(line.text) for line in lines}
    run: list[Line] = []
    dropped: list[Line] = []
    for line in [*lines, None]:
        if line is not None and (_is_tagged(line) or _is_entry(line.text, whole)):
            run.append(line)
            continue
        if len(run) >= _FEWEST_ENTRIES or any(map(_is_tagged, run)):
            dropped += run
            before = lines.index(run[0]) - 1
            if before >= 0 and _CONTENTS_TITLE.fullmatch(lines[before].text):
                dropped.append(lines[before])
        run = []
    _drop(leaves, dropped)


def _is_tagged(line: Line) -> bool:
    return line.first is not None and line.first.in_contents


def _is_entry(text: str, whole: set[str]) -> bool:
    entry = _ENTRY.fullmatch(text)
    return is_contents_entry(text) or bool(entry and _bare(entry["title"]) in whole)


def _bare(text: str) -> str:
    return "".join(text.split())


def _drop(leaves: Sequence[Leaf], lines: Sequence[Line]) -> None:
    if lines:
        dropped = set(map(id, lines))
        for leaf in leaves:
            leaf.items = [item for item in leaf.items if id(item) not in dropped]


def _outer(leaf: Leaf, margin: float) -> Iterator[tuple[Line, float]]:
    """The first and last line of a page, with their distance from its edge."""
    if not leaf.items:
        return
    height = leaf.box.height
    for item, is_first in ((leaf.items[0], True), (leaf.items[-1], False)):
        if isinstance(item, Line):
            middle = (item.box.top + item.box.bottom) / 2
            edge = middle - leaf.box.top if is_first else leaf.box.bottom - middle
            if edge < margin * height:
                yield item, edge if is_first else -edge


def _drop_numbers(leaves: Sequence[Leaf]) -> None:
    bare: list[tuple[Line, int]] = []
    dropped: list[Line] = []
    for number, leaf in enumerate(leaves, start=1):
        for line, _ in _outer(leaf, _NUMBER_MARGIN):
            if _NUMBERED.fullmatch(line.text):
                dropped.append(line)
            elif _BARE_NUMBER.fullmatch(line.text):
                bare.append((line, int(line.text) - number))
    # Numbers that increase with the pages, from any start.
    steps = Counter(step for _, step in bare)
    dropped += (line for line, step in bare if steps[step] > 1 or not step)
    _drop(leaves, dropped)


def _drop_repeated(leaves: Sequence[Leaf]) -> None:
    found = [
        ((_BARE_NUMBER.sub("#", line.text), round(edge / 4)), line)
        for leaf in leaves
        for line, edge in _outer(leaf, _MARGIN)
    ]
    pages = Counter(key for key, _ in found)
    fewest = max(_FEWEST_PAGES, len(leaves) / 2)
    dropped = [line for key, line in found if pages[key] >= fewest]
    if dropped:
        _drop(leaves, dropped)
        # The header may have two lines.
        _drop_repeated(leaves)
