"""The texts of cell notes: the comments part of a sheet (批注文字)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from quanheng.annotate.markup import Splice, Tag, into, locate, spliced, text
from quanheng.annotate.note import Note, Signature
from quanheng.annotate.parts import HEAD, Parts
from quanheng.annotate.xlsx.origin import SheetOrigin, reference
from quanheng.readers.workbook.sheet import Place

Told = Mapping[Place, Sequence[Note]]
"""Place → what is said there, the gravest first."""

_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
)
_REFERENCE: Final = re.compile(r"""\sref\s*=\s*["']([^"']*)["']""")
_NAMES: Final = frozenset({"authors", "author", "commentList", "comment", "text"})


def write_comments(
    parts: Parts, sheet: SheetOrigin, told: Told, by: Signature
) -> set[Place]:
    """Write notes beside those of a sheet, which are kept.

    Returns:
        The places that had a note already; what is said there stands below it, for a
        cell has one note.
    """
    part = _part(parts, sheet)
    data = parts.read(part)
    tags = locate(data, _NAMES)
    known = dict(_known(data, tags))
    splices = [
        into(
            data,
            known[reference(place)],
            _runs(known[reference(place)].prefix, said, "\n\n"),
        )
        for place, said in told.items()
        if reference(place) in known
    ]
    new = {place: said for place, said in told.items() if reference(place) not in known}
    splices += _new(data, tags, new, by)
    parts.changed[part] = spliced(data, splices)
    return told.keys() - new.keys()


def _part(parts: Parts, sheet: SheetOrigin) -> str:
    """The part that holds the notes of a sheet, made where there is none."""
    if known := parts.package.related(sheet.part, "comments"):
        return known
    part = parts.free_name("xl/comments{}.xml")
    space = _STRICT if _STRICT.encode() in sheet.data else _MAIN
    lists = "<authors></authors><commentList></commentList>"
    parts.changed[part] = f'{HEAD}<comments xmlns="{space}">{lists}</comments>'.encode()
    parts.relate(sheet.part, part, "comments")
    parts.declare(part, _TYPE)
    return part


def _known(data: bytes, tags: Sequence[Tag]) -> Iterator[tuple[str, Tag]]:
    """The name of each cell that has a note, with the text of the note."""
    name = ""
    for tag in tags:
        if tag.name == "comment":
            said = _REFERENCE.search(data[tag.start : tag.inner].decode())
            name = said[1] if said else ""
        elif tag.name == "text":
            yield name, tag


def _new(
    data: bytes, tags: Sequence[Tag], told: Told, by: Signature
) -> Iterator[Splice]:
    authors = next(tag for tag in tags if tag.name == "authors")
    listed = next(tag for tag in tags if tag.name == "commentList")
    number = sum(tag.name == "author" for tag in tags)
    p = authors.prefix
    yield into(data, authors, f"<{p}author>{text(by.author)}</{p}author>")
    comments = (
        f'<{p}comment ref="{reference(place)}" authorId="{number}"><{p}text>'
        f"{_runs(p, said)}</{p}text></{p}comment>"
        for place, said in told.items()
    )
    yield into(data, listed, "".join(comments))


def _runs(p: str, notes: Sequence[Note], before: str = "") -> str:
    """What is said in one cell: each note's first line is bold."""
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
