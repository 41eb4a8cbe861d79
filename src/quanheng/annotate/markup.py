"""Edit XML at byte positions, keeping the rest as it is (标记的局部改动)."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape

from lxml import etree

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged
from quanheng.office.xml import parse

_START_TAG: Final = re.compile(rb"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_END_OF_TAG: Final = re.compile(r"\s*(?=/?>$)")
_PREFIX: Final = re.compile(rb"<((?:[^\s:/>]+:)?)")
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")
_DECLARED: Final = re.compile(rb"""<\?xml[^>]*encoding\s*=\s*["']([\w-]+)["']""")
_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Tag:
    """The position of an element in the bytes of its part (元素位置).

    Attributes:
        name: Its local name.
        prefix: The prefix of its name with the colon, empty without one.
        start: First byte of its start tag.
        inner: First byte after its start tag.
        close: First byte of its end tag.
        end: First byte after its end tag; equal to ``inner`` and ``close`` if the
            element is self-closing.
    """

    name: str
    prefix: str
    start: int
    inner: int
    close: int
    end: int

    @property
    def is_closed(self) -> bool:
        """Whether it is self-closing: ``<w:p/>``."""
        return self.inner == self.end

    def __contains__(self, other: "Tag") -> bool:
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Splice:
    """A replacement of a range of bytes (替换)."""

    start: int
    end: int
    new: str


def locate(data: bytes, names: Collection[str]) -> list[Tag]:
    """The elements with given local names, in the order of their start tags.

    ``data`` is a well-formed part in UTF-8; see :func:`as_utf8`.
    """
    found: list[Tag | None] = []
    waiting: list[tuple[str, int, int]] = []
    parser = expat.ParserCreate(namespace_separator=" ")

    def begin(name: str, _: object) -> None:
        if (local := name.rpartition(" ")[2]) in names:
            waiting.append((local, len(found), parser.CurrentByteIndex))
            found.append(None)

    def finish(name: str) -> None:
        if name.rpartition(" ")[2] in names:
            local, place, start = waiting.pop()
            found[place] = _tag(data, local, start, parser.CurrentByteIndex)

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise damaged(
            Words("部件不是完整的 XML", "a part is not well-formed XML")
        ) from error
    return [tag for tag in found if tag is not None]


def _tag(data: bytes, name: str, start: int, close: int) -> Tag:
    whole, prefix = _START_TAG.match(data, start), _PREFIX.match(data, start)
    inner = whole.end() if whole else close
    written = prefix[1].decode() if prefix else ""
    if data[inner - 2 : inner] == b"/>":
        return Tag(name, written, start, inner, inner, inner)
    end = data.index(b">", close) + 1
    return Tag(name, written, start, inner, close, end)


def as_utf8(data: bytes, part: str) -> bytes:
    """The bytes of a part converted to UTF-8."""
    declared = _DECLARED.match(data)
    named = declared[1].lower() if declared else b"utf-8"
    if named == b"utf-8" and not data.startswith(_UTF_16):
        return data
    return etree.tostring(parse(data, part), encoding="UTF-8", standalone=True)


def spliced(data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes with ranges replaced; insertions at one position keep their order."""
    parts, done = [], 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        parts += [data[done : splice.start], splice.new.encode()]
        done = splice.end
    return b"".join([*parts, data[done:]])


def into(data: bytes, tag: Tag, content: str, at: int | None = None) -> Splice:
    """Insert content into an element, at its end unless a position is given."""
    if tag.is_closed:
        return refilled(tag, opening(data, tag), content)
    place = tag.close if at is None else at
    return Splice(place, place, content)


def refilled(tag: Tag, start: str, content: str) -> Splice:
    """Replace an element's start tag and content."""
    name = f"{tag.prefix}{tag.name}"
    return Splice(tag.start, tag.end, f"{start.rstrip('/>')}>{content}</{name}>")


def opening(data: bytes, tag: Tag) -> str:
    """The start tag of an element."""
    return data[tag.start : tag.inner].decode()


def appended(data: bytes, name: str, content: Callable[[str], str]) -> bytes:
    """A part with content appended to its first element of a local name.

    ``content`` makes the XML from the prefix of that element.
    """
    tag = locate(data, {name})[0]
    return spliced(data, [into(data, tag, content(tag.prefix))])


def with_attributes(start: str, attributes: Mapping[str, str]) -> str:
    """A start tag with attributes set."""
    for name, value in attributes.items():
        written = f'{name}="{text(value, quoted=True)}"'
        old = re.compile(rf"""(?<=\s){re.escape(name)}\s*=\s*("[^"]*"|'[^']*')""")
        found = old.search(start) or _END_OF_TAG.search(start)
        if found:
            before, after = start[: found.start()], start[found.end() :]
            start = f"{before.rstrip()} {written}{after}"
    return start


def text(words: str, *, quoted: bool = False) -> str:
    """A text escaped for XML, without characters that XML can't hold."""
    entities = {'"': "&quot;"} if quoted else {}
    return escape(_ILLEGAL.sub("", words), entities)
