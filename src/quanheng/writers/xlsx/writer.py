"""Writer of printable workbooks (Excel 写出器)."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from itertools import takewhile
from typing import ClassVar

import xlsxwriter  # type: ignore[import-untyped]  # it ships no types

from quanheng.document.blocks import AnnexStart, Block, Document, Heading, Paragraph
from quanheng.document.table import Align, Table
from quanheng.writers.base import PLAIN, Finish
from quanheng.writers.list_book import UNDATED
from quanheng.writers.xlsx.formats import BLACK, HEADINGS, Line
from quanheng.writers.xlsx.sheets import NARRATIVE, Sheets, TextLine

_TextBlock = Heading | Paragraph | AnnexStart


class XlsxWriter:
    """Writes the narrative to one sheet and every table to its own (Excel 写出器).

    A form's title is on the sheet of the form.
    """

    suffix: ClassVar[str] = ".xlsx"

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a workbook."""
        buffer = BytesIO()
        book = xlsxwriter.Workbook(buffer, {"in_memory": True})
        day = finish.created or UNDATED
        moment = datetime(day.year, day.month, day.day)
        book.set_properties({"title": document.title, "created": moment})
        _fill(Sheets(book), document.blocks)
        book.close()
        return buffer.getvalue()


def _fill(sheets: Sheets, blocks: Sequence[Block]) -> None:
    """Distribute the blocks; lines wait for the table they may belong to."""
    heading, waiting, in_annex = NARRATIVE, list[_TextBlock](), False
    left_out = 0
    for number, block in enumerate(blocks):
        if _begins_part(blocks[number - 1] if number else None, block):
            sheets.add_lines(map(_line, waiting))
            sheets.end_lines()
            waiting = []
        match block:
            case Table():
                is_form = _is_title(waiting) and not in_annex
                lines = [*map(_line, waiting)]
                if is_form:
                    closing = _closing(blocks[number + 1 :])
                    sheets.add_table(block, heading, lines, [*map(_line, closing)])
                else:
                    closing = ()
                    sheets.add_lines(lines)
                    sheets.add_table(block, heading)
                waiting, in_annex, left_out = [], False, len(closing)
            case Heading() | AnnexStart():
                heading = block.text if isinstance(block, Heading) else block.label
                in_annex = in_annex or isinstance(block, AnnexStart)
                waiting.append(block)
            case Paragraph() if left_out:
                left_out -= 1
            case Paragraph():
                waiting.append(block)
    sheets.add_lines(map(_line, waiting))


def _closing(after: Sequence[Block]) -> Sequence[Paragraph]:
    """The lines that end a form, such as signatures."""
    lines = tuple(
        block
        for block in takewhile(lambda block: isinstance(block, Paragraph), after)
        if isinstance(block, Paragraph)
    )
    follows = after[len(lines)] if len(after) > len(lines) else None
    ends = follows is None or (isinstance(follows, Heading) and follows.level == 0)
    return lines if ends else ()


def _begins_part(before: Block | None, block: Block | None) -> bool:
    """Whether a further report begins."""
    is_title = isinstance(block, Heading) and block.level == 0
    return is_title and before is not None and not isinstance(before, AnnexStart)


def _is_title(lines: Sequence[_TextBlock]) -> bool:
    """Whether lines are only a title and centred lines below it."""
    if not lines or not isinstance(lines[0], Heading) or lines[0].level > 0:
        return False
    return all(
        isinstance(line, Paragraph) and line.align is Align.CENTER for line in lines[1:]
    )


def _line(block: _TextBlock) -> TextLine:
    match block:
        case Heading(text=text, level=level):
            return text, HEADINGS[level] if level < len(HEADINGS) else Line()
        case Paragraph(text=text, align=align):
            return text, Line(align=align.value)
        case AnnexStart(label=label):
            return label, Line(BLACK)
