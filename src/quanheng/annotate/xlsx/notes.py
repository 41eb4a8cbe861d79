"""Cell notes and colours in Excel files (单元格批注)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.annotate.archive import with_members
from quanheng.annotate.markup import spliced
from quanheng.annotate.note import Note, Signature
from quanheng.annotate.parts import Parts
from quanheng.annotate.xlsx.comments import write_comments
from quanheng.annotate.xlsx.drawing import add_boxes
from quanheng.annotate.xlsx.origin import Book, NewCell, SheetOrigin
from quanheng.annotate.xlsx.styles import Styles
from quanheng.readers.workbook.sheet import Place

COLOURS: Final = {"error": "FFC7CE", "warning": "FFEB9C", "info": "DDEBF7"}
"""Severity → fill, the gravest first: the pale red, yellow and blue of the programs."""

_GRAVEST_FIRST: Final = tuple(COLOURS)


def with_notes(data: bytes, notes: Sequence[Note], by: Signature) -> bytes:
    """A workbook with a note at each place and its cell on the colour of the severity.

    Notes on one cell are one note to the programs. All else stays byte by byte.

    Args:
        data: A workbook (xlsx).
        notes: What is to be said.
        by: Who says it.

    Raises:
        UnreadableFileError: The file is damaged.
    """
    if not notes:
        return data
    parts = Parts(data)
    book = Book(parts)
    styles = Styles(parts, book.main)
    for sheet, told in _by_sheet(book, notes):
        coloured = {
            place: NewCell(styles.filled(sheet.style(place), _colour(said)))
            for place, said in told.items()
            if any(note.at.column for note in said)
        }
        commented = write_comments(parts, sheet, told, by)
        boxes = {
            place: "\n\n".join(note.text for note in said)
            for place, said in told.items()
            if place not in commented
        }
        splices = [*sheet.splices(coloured), *add_boxes(parts, sheet, boxes)]
        parts.changed[sheet.part] = spliced(sheet.data, splices)
    styles.save()
    return with_members(data, parts.changed)


def _by_sheet(
    book: Book, notes: Sequence[Note]
) -> Iterator[tuple[SheetOrigin, dict[Place, list[Note]]]]:
    """The sheets that are spoken of, each with what is said of its cells."""
    sheets: dict[str, SheetOrigin] = {}
    told: defaultdict[str, defaultdict[Place, list[Note]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for note in notes:
        sheet = book.sheet(note.at)
        place = sheet.place(note.at) if sheet else None
        if sheet is not None and place is not None:
            sheets[sheet.part] = sheet
            told[sheet.part][place].append(note)
    for part, sheet in sheets.items():
        yield sheet, dict(told[part])


def _colour(notes: Sequence[Note]) -> str:
    gravest = min(_GRAVEST_FIRST.index(note.severity) for note in notes)
    return COLOURS[_GRAVEST_FIRST[gravest]]
