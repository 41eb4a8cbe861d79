"""Add cell notes and fill colours to Excel files (单元格批注)."""

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
"""Fill colour of each severity, the most severe first."""

_SEVERITIES: Final = tuple(COLOURS)


def with_notes(data: bytes, notes: Sequence[Note], by: Signature) -> bytes:
    """A workbook (xlsx) with a note at each place, and its cell coloured by severity.

    Notes on one cell are joined. The rest is kept byte by byte.

    Raises:
        UnreadableFileError: The file is damaged.
    """
    if not notes:
        return data
    parts = Parts(data)
    book = Book(parts)
    styles = Styles(parts, book.main)
    for sheet, by_place in _by_sheet(book, notes):
        coloured = {
            place: NewCell(styles.filled(sheet.style(place), _colour(added)))
            for place, added in by_place.items()
            if any(note.at.column for note in added)
        }
        commented = write_comments(parts, sheet, by_place, by)
        boxes = {
            place: "\n\n".join(note.text for note in added)
            for place, added in by_place.items()
            if place not in commented
        }
        splices = [*sheet.splices(coloured), *add_boxes(parts, sheet, boxes)]
        parts.changed[sheet.part] = spliced(sheet.data, splices)
    styles.save()
    return with_members(data, parts.changed)


def _by_sheet(
    book: Book, notes: Sequence[Note]
) -> Iterator[tuple[SheetOrigin, dict[Place, list[Note]]]]:
    """The sheets with notes, each with the notes on its cells."""
    sheets: dict[str, SheetOrigin] = {}
    found: defaultdict[str, dict[Place, list[Note]]] = defaultdict(dict)
    for note in notes:
        sheet = book.sheet(note.at)
        place = sheet.place(note.at) if sheet else None
        if sheet is not None and place is not None:
            sheets[sheet.part] = sheet
            found[sheet.part].setdefault(place, []).append(note)
    for part, sheet in sheets.items():
        yield sheet, found[part]


def _colour(notes: Sequence[Note]) -> str:
    return COLOURS[min((note.severity for note in notes), key=_SEVERITIES.index)]
