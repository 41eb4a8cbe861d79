"""Recognise headings by their printed number: 一、 （一） 1. （1） (标题序号)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from quanheng.core.field_codes import without_bookmarks
from quanheng.core.source import Source
from quanheng.document.blocks import Block, Heading, Paragraph

LONGEST_NUMBERED: Final = 40
"""Most characters of a heading recognised by its printed number alone; the longest
heading of the official forms has 22."""

LONGEST_STYLED: Final = 120
"""Most characters of a heading in a heading style; more is body text in the wrong
style."""

_NUMBERS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:[一二三四五六七八九十百]+[、.．](?![一二三四][级季])"
        r"|第[一二三四五六七八九十百]+[章部][分\s]*)",
        r"[（(][一二三四五六七八九十百]+[）)][、.．]?",
        r"\d{1,2}(?:\.(?!\d)|\.(?=20\d\d年)|[．、])",
        r"[（(]\d{1,2}[）)][、.．]?",
    )
)
_WORDS: Final = re.compile(r"[\w“‘《〈【\"']*[\u4e00-\u9fff]")
_SENTENCE: Final = re.compile(r"[。；！？;!?\n]|[:：](?=.)")
_CLAUSE: Final = re.compile(r"[，,。；！？;!?\n]|[:：](?=.)")
_STOPPED_LEVEL: Final = 2
"""The level whose headings end with a full stop when text follows, and often when it
does not."""
_FIRST_LIST_LEVEL: Final = 3
"""The first level at which lists of sentences are numbered like headings."""
_CONTENTS_ENTRY: Final = re.compile(
    r"(?P<title>[^\t]*?\S)\s*(?:(?P<leader>[.．·…]{3,})|\t)\s*\d{1,3}$"
)


def printed_level(text: str) -> int | None:
    """The level of a line that is a numbered heading, else None.

    A heading is short, has words and is not a sentence. It may end with a colon, at
    level 2 also with a full stop; from level 3 on, where lists of sentences are
    numbered the same way, it has no comma.

    Returns:
        1 for 一、, 2 for （一）, 3 for 1., 4 for （1）.
    """
    line = without_bookmarks(text).strip()
    return None if len(line) > LONGEST_NUMBERED else _level_of(line)


@lru_cache(maxsize=16384)
def _level_of(line: str) -> int | None:
    for level, number in enumerate(_NUMBERS, start=1):
        if match := number.match(line):
            words = line[match.end() :].strip().rstrip("：:")
            words = words.removesuffix("。") if level == _STOPPED_LEVEL else words
            marks = _SENTENCE if level < _FIRST_LIST_LEVEL else _CLAUSE
            return level if _WORDS.match(words) and not marks.search(words) else None
    return None


def is_contents_entry(line: str) -> bool:
    """Whether a line is an entry of a table of contents: 一、概况……1."""
    text = line.strip()
    entry = _CONTENTS_ENTRY.match(text) if len(text) <= LONGEST_STYLED else None
    return bool(entry and (entry["leader"] or printed_level(entry["title"])))


def with_title(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The blocks, with an unnumbered first heading above the chapters as title.

    Such a heading has the style of the numbered chapters but no number.
    """
    found = tuple(blocks)
    first = found[0] if found else None
    if not isinstance(first, Heading) or first.level != 1 or printed_level(first.text):
        return found
    chapters = (b for b in found[1:] if isinstance(b, Heading) and b.level == 1)
    if not any(printed_level(chapter.text) for chapter in chapters):
        return found
    return (replace(first, level=0), *found[1:])


def text_blocks(
    text: str, at: Source, styled_level: int | None = None
) -> Iterator[Heading | Paragraph]:
    """A text as headings and paragraphs.

    A heading style makes a heading, whose level is that of the printed number if
    there is one, as in the norm. Headings and body text separated by line breaks in
    one paragraph become blocks at the same place.

    Args:
        text: The text of one paragraph, not blank.
        at: Its place.
        styled_level: Level by the paragraph's style, None for body text.
    """
    if styled_level is not None and len(text) <= LONGEST_STYLED:
        level = printed_level(text) if styled_level else None
        yield Heading(text, level or styled_level, at)
        return
    body: list[str] = []
    for line in text.split("\n"):
        level = printed_level(line)
        if level is None:
            body.append(line)
            continue
        if body:
            yield Paragraph("\n".join(body), at=at)
            body = []
        yield Heading(line.strip(), level, at)
    if body:
        yield Paragraph("\n".join(body), at=at)
