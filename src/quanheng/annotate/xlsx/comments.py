"""The comments part of a sheet, with the texts of cell notes (批注文字)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from quanheng.annotate.markup import Splice, Tag, into, locate, spliced, text
from quanheng.annotate.note import Note, Signature
from quanheng.annotate.parts import HEAD, Parts
from quanheng.annotate.xlsx.origin import SheetOrigin, reference
from quanheng.readers.workbook.sheet import Place

NotesByPlace = Mapping[Place, Sequence[Note]]
"""The notes on each cell, the most severe first."""

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
)
_REFERENCE: Final = re.compile(r"""\sref\s*=\s*["']([^"']*)["']""")
_NAMES: Final = frozenset({"authors", "author", "commentList", "comment", "text"})


def write_comments(
    parts: Parts, sheet: SheetOrigin, notes: NotesByPlace, by: Signature
) -> set[Place]:
    """Add notes to a sheet, below the text of existing ones.

    Returns:
        The places that already had a note.
    """
    part = _part(parts, sheet)
    data = parts.read(part)
    tags = locate(data, _NAMES)
    existing = dict(_existing(data, tags))
    splices: list[Splice] = []
    new: dict[Place, Sequence[Note]] = {}
    for place, added in notes.items():
        if tag := existing.get(reference(place)):
            splices.append(into(data, tag, _runs(tag.prefix, added, "\n\n")))
        else:
            new[place] = added
    splices += _new(data, tags, new, by)
    parts.changed[part] = spliced(data, splices)
    return notes.keys() - new.keys()


def _part(parts: Parts, sheet: SheetOrigin) -> str:
    """The comments part of a sheet, created if missing."""
    if known := parts.package.related(sheet.part, "comments"):
        return known
    part = parts.free_name("xl/comments{}.xml")
    space = _STRICT if _STRICT.encode() in sheet.data else _MAIN
    lists = "<authors></authors><commentList></commentList>"
    parts.changed[part] = f'{HEAD}<comments xmlns="{space}">{lists}</comments>'.encode()
    parts.relate(sheet.part, part, "comments")
    parts.declare(part, _TYPE)
    return part


def _existing(data: bytes, tags: Sequence[Tag]) -> Iterator[tuple[str, Tag]]:
    """The reference of each cell with a note, and the note's text element."""
    name = ""
    for tag in tags:
        if tag.name == "comment":
            found = _REFERENCE.search(data[tag.start : tag.inner].decode())
            name = found[1] if found else ""
        elif tag.name == "text":
            yield name, tag


def _new(
    data: bytes, tags: Sequence[Tag], notes: NotesByPlace, by: Signature
) -> Iterator[Splice]:
    authors = next(tag for tag in tags if tag.name == "authors")
    listed = next(tag for tag in tags if tag.name == "commentList")
    number = sum(tag.name == "author" for tag in tags)
    p = authors.prefix
    yield into(data, authors, f"<{p}author>{text(by.author)}</{p}author>")
    comments = (
        f'<{p}comment ref="{reference(place)}" authorId="{number}"><{p}text>'
        f"{_runs(p, added)}</{p}text></{p}comment>"
        for place, added in notes.items()
    )
    yield into(data, listed, "".join(comments))


def _runs(p: str, notes: Sequence[Note], before: str = "") -> str:
    """The text of the notes on a cell; the first line of each is bold."""
    runs = []
    for note in notes:
        title, _, rest = note.text.partition("\n")
        runs.append(_run(p, f"{before}{title}", f"<{p}b/>"))
        if rest:
            runs.append(_run(p, f"\n{rest}"))
        before = "\n\n"
    return "".join(runs)


def _run(p: str, words: str, weight: str = "") -> str:
    return (
        f'<{p}r><{p}rPr>{weight}<{p}sz val="9"/><{p}color indexed="81"/></{p}rPr>'
        f'<{p}t xml:space="preserve">{text(words)}</{p}t></{p}r>'
    )
