"""A document as markup with the numbers of findings at their places (标注原文)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from quanheng.audit.rule import Severity
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.document.blocks import Block, Document, Heading, Paragraph
from quanheng.document.table import Align, Cell, Table
from quanheng.writers.html.body import body
from quanheng.writers.html.table import NO_MARK, Mark
from quanheng.writers.html.text import attribute
from quanheng.writers.numbers import printed_number

_LEVEL_OF_PAGE: Final = 1
"""The level of the page's own headings above a document."""


@dataclass(frozen=True, slots=True)
class Note:
    """A finding as a number at its place (标号).

    Attributes:
        number: Its number, unique on the page.
        severity: Its severity.
        label: Its text for screen readers.
        at: Its place.
        quote: The text there.
        also: Its further places.
    """

    number: int
    severity: Severity
    label: str
    at: Source
    quote: str
    also: tuple[Source, ...]


_Spot: TypeAlias = tuple[Source, str]
"""Place and text of a block or cell; two blocks may share a place."""


@dataclass(frozen=True, slots=True)
class _Pin:
    """A note at one spot."""

    note: Note
    is_further: bool


class MarkedDocument:
    """A document with notes at their places (标注原文)."""

    def __init__(self, document: Document, notes: Iterable[Note], prefix: str) -> None:
        self._blocks = tuple(_tidied(document.blocks))
        self._prefix = prefix
        self._pins: dict[_Spot, list[_Pin]] = defaultdict(list)
        self._placed: set[int] = set()
        spots = _Spots(document.blocks)
        for note in notes:
            self._pin(note, spots)

    def _pin(self, note: Note, spots: "_Spots") -> None:
        spot = spots.find(note.at, note.quote)
        if spot is not None:
            self._pins[spot].append(_Pin(note, is_further=False))
            self._placed.add(note.number)
        for at in note.also:
            further = spots.find(at, "")
            if further is not None and further != spot:
                self._pins[further].append(_Pin(note, is_further=True))

    def shows(self, note: Note) -> bool:
        """Whether the place of a note is in the document."""
        return note.number in self._placed

    def markup(self) -> str:
        """The document with its notes as HTML."""
        return body(self._blocks, self._mark, prefix=self._prefix)

    def _mark(self, at: Source, content: str) -> Mark:
        pins = self._pins.get((at, content))
        if not pins:
            return NO_MARK
        own = [pin.note.severity for pin in pins if not pin.is_further]
        gravest = min(own, key=lambda severity: severity.rank).value if own else "also"
        links = "".join(map(_link, pins))
        return Mark(f' data-mark="{gravest}"', f' <span class="marks">{links}</span>')


def _link(pin: _Pin) -> str:
    note = pin.note
    name = "" if pin.is_further else f' id="m{note.number}"'
    return (
        f'<a class="mark"{name} href="#f{note.number}" '
        f'data-severity="{note.severity.value}" '
        f'aria-label="{attribute(note.label)}">{note.number}</a>'
    )


class _Spots:
    """The blocks and cells of a document by place."""

    def __init__(self, blocks: Iterable[Block]) -> None:
        self._exact: dict[Source, list[_Spot]] = defaultdict(list)
        self._rows: dict[Source, _Spot] = {}
        for at, content in _all_spots(blocks):
            if at == WHOLE_FILE:
                continue
            self._exact[at].append((at, content))
            self._rows.setdefault(replace(at, column=0), (at, content))

    def find(self, at: Source, quote: str) -> _Spot | None:
        """The block or cell at a place; else its row, table or first inner entry."""
        if found := self._exact.get(at):
            return next((spot for spot in found if quote in spot[1]), found[0])
        if at.key:
            return self._inside(at.key)
        for wider in (replace(at, column=0), replace(at, column=0, row=0)):
            if wider in self._rows:
                return self._rows[wider]
        return None

    def _inside(self, key: str) -> _Spot | None:
        """The first record entry inside the entry with a key."""
        starts = (f"{key}.", f"{key}[")
        inner = (
            spots[0] for at, spots in self._exact.items() if at.key.startswith(starts)
        )
        return next(inner, None)


def _all_spots(blocks: Iterable[Block]) -> Iterator[_Spot]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.at, block.text
        elif isinstance(block, Table):
            yield block.at, ""
            yield from ((cell.at, cell.text) for cell in block.cells)


def _tidied(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with numbers aligned to the right and no heading level skipped.

    A screen reader that moves by headings should not miss a level, even in a report
    that jumps from 一、 to （1）.
    """
    level = _LEVEL_OF_PAGE
    for block in blocks:
        match block:
            case Heading():
                level = min(block.level, level + 1)
                yield replace(block, level=level)
            case Table():
                yield replace(block, cells=tuple(map(_aligned, block.cells)))
            case _:
                yield block


def _aligned(cell: Cell) -> Cell:
    return replace(cell, align=Align.RIGHT) if printed_number(cell.text) else cell
