"""Word comments at the exact paragraph or cell (批注)."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.annotate.archive import with_members
from quanheng.annotate.docx.origin import Origin
from quanheng.annotate.markup import Splice, Tag, appended, into, spliced, text
from quanheng.annotate.note import Note, Signature
from quanheng.annotate.parts import HEAD, Parts
from quanheng.readers.docx import names as w

_TYPE: Final = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
)
_ID: Final = re.compile(
    r"<(?:[\w.-]+:)?comment(?:RangeStart|RangeEnd|Reference)?\s"
    r"""(?:[^<>]*?\s)?(?:[\w.-]+:)?id\s*=\s*["'](\d+)"""
)


def with_comments(data: bytes, notes: Sequence[Note], by: Signature) -> bytes:
    """A Word file with a comment for each note; the rest is kept byte by byte.

    Raises:
        UnreadableFileError: The file is damaged.
    """
    if not notes:
        return data
    parts = Parts(data)
    origin = Origin(parts)
    target = _comments_part(parts, origin)
    marks = _Marks(origin)
    comments = []
    for number, note in enumerate(notes, _first_free(parts.read(target), origin.data)):
        if marks.put(note, number):
            comments.append((number, note))
    parts.changed[target] = appended(
        parts.read(target),
        "comments",
        lambda p: "".join(_comment(p, number, note, by) for number, note in comments),
    )
    parts.changed[origin.part] = spliced(origin.data, marks.splices())
    return with_members(data, parts.changed)


class _Marks:
    """Collects the comment marks of each paragraph."""

    def __init__(self, origin: Origin) -> None:
        self._origin = origin
        self._heads: defaultdict[Tag, str] = defaultdict(str)
        self._tails: defaultdict[Tag, str] = defaultdict(str)

    def put(self, note: Note, number: int) -> bool:
        """Mark the place of a note; return False if the file has no paragraph."""
        anchor = self._origin.anchor(note.at)
        if not anchor:
            return False
        first, last = anchor[0], anchor[-1]
        p, key = first.prefix, f'{first.prefix}id="{number}"'
        self._heads[first] += f"<{p}commentRangeStart {key}/>"
        self._tails[last] += (
            f"<{p}commentRangeEnd {key}/><{p}r><{p}commentReference {key}/></{p}r>"
        )
        return True

    def splices(self) -> Iterator[Splice]:
        """The marks as edits of the main part."""
        data = self._origin.data
        for tag in self._heads.keys() | self._tails.keys():
            head, tail = self._heads[tag], self._tails[tag]
            if tag.is_closed:
                yield into(data, tag, head + tail)
                continue
            properties = self._origin.properties(tag)
            yield into(data, tag, head, properties.end if properties else tag.inner)
            yield into(data, tag, tail)


def _comments_part(parts: Parts, origin: Origin) -> str:
    """The comments part, created if missing."""
    if known := parts.package.related(origin.part, "comments"):
        return known
    folder = origin.part.rpartition("/")[0]
    target = parts.free_name(f"{folder}/comments{{}}.xml".lstrip("/"))
    strict = w.STRICT.encode() in origin.data
    space = w.STRICT if strict else w.MAIN
    empty = f'{HEAD}<w:comments xmlns:w="{space}"></w:comments>'
    parts.changed[target] = empty.encode()
    parts.relate(origin.part, target, "comments")
    parts.declare(target, _TYPE)
    return target


def _first_free(*parts: bytes) -> int:
    """The first ID above those of all comments."""
    numbers = (int(n) for part in parts for n in _ID.findall(part.decode()))
    return max(numbers, default=-1) + 1


def _comment(p: str, number: int, note: Note, by: Signature) -> str:
    """A comment with a bold first line.

    Its paragraphs are formatted directly, because without a comment style they would
    get the indents and line spacing of the text.
    """
    title, *lines = note.text.split("\n")
    paragraphs = _paragraph(p, title, f"<{p}b/>")
    paragraphs += "".join(_paragraph(p, line) for line in lines)
    author, initials = text(by.author, quoted=True), text(by.initials, quoted=True)
    return (
        f'<{p}comment {p}id="{number}" {p}author="{author}" '
        f'{p}date="{by.day.isoformat()}T00:00:00Z" {p}initials="{initials}">'
        f"{paragraphs}</{p}comment>"
    )


def _paragraph(p: str, line: str, weight: str = "") -> str:
    return (
        f'<{p}p><{p}pPr><{p}spacing {p}before="0" {p}after="0" {p}line="240" '
        f'{p}lineRule="auto"/><{p}ind {p}left="0" {p}firstLineChars="0" '
        f'{p}firstLine="0"/><{p}jc {p}val="left"/></{p}pPr>'
        f'<{p}r><{p}rPr>{weight}<{p}sz {p}val="18"/></{p}rPr>'
        f'<{p}t xml:space="preserve">{text(line)}</{p}t></{p}r></{p}p>'
    )
