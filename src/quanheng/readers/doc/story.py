"""Paragraphs of old Word files to blocks (正文)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.core.source import Source
from quanheng.document.blocks import Block
from quanheng.document.headings import text_blocks
from quanheng.readers.doc.boxes import TextRange
from quanheng.readers.doc.characters import Characters
from quanheng.readers.doc.formats import Formats, ParagraphFormat
from quanheng.readers.doc.pages import ParagraphPages
from quanheng.readers.doc.pieces import Text, whole
from quanheng.readers.doc.table import OpenTable, Tables
from quanheng.readers.limits import PlaceBudget, check_depth
from quanheng.readers.word.fields import Fields, is_damaged_entry
from quanheng.readers.word.numbering import Numbering
from quanheng.readers.word.symbols import CHECKED, UNCHECKED

_PARAGRAPH: Final = re.compile(r"[^\r\a\f]*[\r\a\f]|[^\r\a\f]+")
_CELL_END: Final = "\a"
_ENDS: Final = ("\r", _CELL_END, "\f")
_FIELD_BORDER: Final = re.compile("([\x13-\x15])")
_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_CONTROLS: Final[dict[int, str | None]] = dict.fromkeys(range(32)) | {
    ord("\t"): "\t",
    ord("\v"): "\n",
    0x1E: "-",
}
"""Replacements of control characters; most are dropped."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    text: str
    format: ParagraphFormat
    depth: int

    @property
    def ends_row(self) -> bool:
        return self.depth > 0 and self.format.ends_row


class Story:
    """Reads the paragraphs of one document in order; numbers and fields carry over."""

    def __init__(
        self,
        text: Text,
        characters: Characters,
        pages: ParagraphPages,
        formats: Formats,
        numbering: Numbering,
        boxes: Mapping[int, Sequence[TextRange]],
    ) -> None:
        self._text = text
        self._shown = characters.shown
        self._deleted = characters.deleted
        self._pages = pages
        self._formats = formats
        self._numbering = numbering
        self._boxes = boxes
        self._tables = Tables()
        PlaceBudget().spend(sum(map(characters.shown.count, _ENDS)))
        self._fields = Fields()
        borders = characters.shown.count(_BEGIN), characters.shown.count(_END)
        self._are_whole = borders[0] == borders[1]
        self._count = 0

    def read(
        self, start: int, end: int, around: tuple[OpenTable, ...] = ()
    ) -> Iterator[Block]:
        """The blocks of a range of text inside tables, the outermost one first."""
        tables = list(around)
        for paragraph in self._paragraphs(start, end):
            depth = len(around) + paragraph.depth
            yield from self._close(tables, depth)
            _open(tables, depth)
            if paragraph.ends_row:
                row, mark = paragraph.format.row, paragraph.end - 1
                tables[-1].end_row(row, deleted=mark in self._deleted)
                continue
            if tables:
                tables[-1].lines.append(self._label(paragraph) + paragraph.text)
            else:
                yield from self._block(paragraph)
            for box in self._anchored(paragraph):
                yield from self.read(*box, tuple(tables))
            if self._ends_cell(paragraph):
                tables[-1].end_cell()
        yield from self._close(tables, len(around))

    def _paragraphs(self, start: int, end: int) -> Iterator[_Paragraph]:
        for found in _PARAGRAPH.finditer(self._shown, start, end):
            mark = found.end() - 1
            piece = self._text.piece(mark)
            formats = self._pages.formats(piece.byte(mark))
            format_ = self._formats.resolve(formats, piece.formats)
            depth = format_.depth or int(self._shown[mark] == _CELL_END)
            text = self._visible(found[0])
            check_depth(depth)
            yield _Paragraph(found.start(), found.end(), text, format_, depth)

    def _visible(self, raw: str) -> str:
        if not self._are_whole or not (self._fields.hides or _FIELD_BORDER.search(raw)):
            return whole(raw.translate(_CONTROLS))
        parts: list[str] = []
        for part in _FIELD_BORDER.split(raw):
            if part == _BEGIN:
                self._fields.begin()
            elif part == _SEPARATE:
                self._fields.show()
            elif part == _END:
                self._fields.end()
            else:
                parts.append(self._piece(part.translate(_CONTROLS)))
        return whole("".join(parts))

    def _piece(self, text: str) -> str:
        """The visible part of a text between field marks.

        The state of a check box is stored in its field's instruction.
        """
        if not self._fields.instructs:
            return self._fields.shown(text)
        self._fields.instruct(text)
        return "".join(sign for sign in text if sign in {CHECKED, UNCHECKED})

    def _block(self, paragraph: _Paragraph) -> Iterator[Block]:
        self._count += 1
        format_, text = paragraph.format, paragraph.text.strip()
        label = self._label(paragraph)
        if text and (not format_.in_contents or is_damaged_entry(text)):
            at = Source(paragraph=self._count)
            yield from text_blocks(label + text, at, format_.level)

    def _label(self, paragraph: _Paragraph) -> str:
        format_ = paragraph.format
        if not format_.number_id:
            return ""
        level, style = format_.number_level, str(format_.style)
        return self._numbering.label(format_.number_id, level, style)

    def _anchored(self, paragraph: _Paragraph) -> Iterator[TextRange]:
        if self._boxes:
            for position in range(paragraph.start, paragraph.end):
                yield from self._boxes.get(position, ())

    def _ends_cell(self, paragraph: _Paragraph) -> bool:
        if paragraph.depth > 1:
            return paragraph.format.ends_inner_cell
        return self._shown[paragraph.end - 1] == _CELL_END

    def _close(self, tables: list[OpenTable], depth: int) -> Iterator[Block]:
        while len(tables) > depth:
            ended = tables.pop()
            if not tables:
                yield from self._tables.close(ended)


def _open(tables: list[OpenTable], depth: int) -> None:
    while len(tables) < depth:
        opened = OpenTable()
        if tables:
            tables[-1].nested.append(opened)
        tables.append(opened)
