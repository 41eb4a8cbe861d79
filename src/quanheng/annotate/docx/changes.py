"""Change texts in a Word file, keeping their formatting (修改正文)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from quanheng.annotate.archive import with_members
from quanheng.annotate.docx.origin import Origin
from quanheng.annotate.markup import (
    Splice,
    Tag,
    into,
    opening,
    refilled,
    spliced,
    text,
    with_attributes,
)
from quanheng.annotate.note import Change, Changed
from quanheng.annotate.parts import Parts
from quanheng.annotate.pieces import Piece, rewritten
from quanheng.readers.docx import names as w
from quanheng.readers.docx.paragraphs import TextOrigin

_TRACKED: Final = re.compile(r"<[\w.-]*:?(?:ins|del|moveFrom|moveTo)\b")
_WRITABLE: Final = (w.TEXT, w.MATH_TEXT)

Line = tuple[etree._Element | None, str]
"""An element with its visible text; None for text that no element stores."""


def with_changes(data: bytes, changes: Sequence[Change]) -> Changed:
    """A Word file with texts changed; the rest is kept byte by byte.

    Automatic numbers, line breaks and symbols can't be changed. There is at most one
    change per place.

    Raises:
        UnreadableFileError: The file is damaged.
    """
    parts = Parts(data)
    origin = Origin(parts)
    splices: list[Splice] = []
    done: list[Change] = []
    for change in changes:
        made = _splices(origin, change)
        if made:
            splices += made
            done.append(change)
    if not done:
        return Changed(data, ())
    parts.changed[origin.part] = spliced(origin.data, splices)
    return Changed(with_members(data, parts.changed), tuple(done))


def _splices(origin: Origin, change: Change) -> list[Splice]:
    """The edits of the bytes, empty if the change can't be made."""
    origins = origin.text_origins(change.at)
    if not origins or _adds_lines(change):
        return []
    shown = list(_shown(origins))
    if not change.old:
        is_blank = not "".join(words for _, words in shown).strip()
        return [_new_run(origin, origins[0][0], change.new)] if is_blank else []
    pieces = [
        Piece(words, element is None or element.tag not in _WRITABLE)
        for element, words in shown
    ]
    texts = rewritten(pieces, change.old, change.new)
    return [
        _new_text(origin, origin.tag(element), new)
        for (element, words), new in zip(shown, texts or (), strict=False)
        if element is not None and new != words
    ]


def _adds_lines(change: Change) -> bool:
    """Whether the new text has more line breaks, which a text element can't hold."""
    return change.new.count("\n") > change.old.count("\n")


def _shown(origins: Sequence[tuple[Tag, TextOrigin]]) -> Iterator[Line]:
    """The visible texts of the paragraphs at a place, with numbers and line ends."""
    for number, (_, paragraph) in enumerate(origins):
        if number:
            yield None, "\n"
        yield None, paragraph.label
        yield from paragraph.pieces


def _new_text(origin: Origin, tag: Tag, words: str) -> Splice:
    start = opening(origin.data, tag)
    if words != words.strip():
        start = with_attributes(start, {"xml:space": "preserve"})
    return refilled(tag, start, text(words))


def _new_run(origin: Origin, paragraph: Tag, words: str) -> Splice:
    """A run in an empty paragraph, formatted as its paragraph mark."""
    p = paragraph.prefix
    look = origin.run_properties(paragraph)
    look = "" if _TRACKED.search(look) else look
    run = f'<{p}r>{look}<{p}t xml:space="preserve">{text(words)}</{p}t></{p}r>'
    return into(origin.data, paragraph, run)
