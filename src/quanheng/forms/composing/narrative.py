"""A report's narrative to which blocks can be added (正文)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from quanheng.core.report import Chapter, Section
from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.forms.composing.outline import Outline, Slot

_CHAPTERS: Final = {chapter: number for number, chapter in enumerate(Chapter)}
_BEFORE_THE_FIRST: Final = -1


@dataclass(slots=True)
class _Part:
    """A section in the making."""

    heading: str
    level: int
    chapter: Chapter
    blocks: list[Block] = field(default_factory=list)


class Narrative:
    """Sections in order, to which blocks can be added (正文).

    The report's own sections are unchanged. A missing section of the outline is added
    under the layout's heading with its first block.
    """

    def __init__(self, sections: Sequence[Section], outline: Outline) -> None:
        self.outline = outline
        self._parts = [
            _Part(
                section.heading.raw,
                section.level,
                section.chapter,
                [Paragraph(paragraph.raw) for paragraph in section.paragraphs],
            )
            for section in sections
        ]

    def add(self, slot: Slot, *blocks: Block) -> None:
        """Add blocks at the end of a section of the outline."""
        self._at(slot).blocks.extend(blocks)

    def says(self, text: str) -> bool:
        """Whether the paragraphs of a section contain the text."""
        return any(
            text in "\n".join(b.text for b in part.blocks if isinstance(b, Paragraph))
            for part in self._parts
        )

    def blocks(self) -> Iterator[Block]:
        """Headings, paragraphs and tables in printed order."""
        for part in self._parts:
            if part.heading:
                yield Heading(part.heading, part.level)
            yield from part.blocks

    def _at(self, slot: Slot) -> _Part:
        for part in self._parts:
            if slot.takes(part.heading, part.level, part.chapter):
                return part
        if slot.parent:
            self._at(slot.parent)
        part = _Part(slot.heading, slot.level, slot.chapter)
        self._parts.insert(self._place(slot), part)
        return part

    def _place(self, slot: Slot) -> int:
        """The position of a new section: after all that precede it in the outline."""
        mine = _CHAPTERS[slot.chapter], self.outline.slots.index(slot)
        place, reached = 0, _BEFORE_THE_FIRST
        for number, part in enumerate(self._parts, 1):
            reached = max(reached, self._place_of(part))
            if (_CHAPTERS[part.chapter], reached) < mine or not part.level:
                place = number
        return place

    def _place_of(self, part: _Part) -> int:
        return next(
            (
                number
                for number, slot in enumerate(self.outline.slots)
                if slot.takes(part.heading, part.level, part.chapter)
            ),
            _BEFORE_THE_FIRST,
        )
