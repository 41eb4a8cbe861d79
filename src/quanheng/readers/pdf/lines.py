"""Glyphs to lines, and wrapped lines to texts (行)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from quanheng.document.pdf_marks import BREAKABLE, FIRM_BLANK
from quanheng.readers.pdf.page import Box, Glyph
from quanheng.readers.pdf.tags import Tag

_SAME_LINE: Final = 0.4
"""Most vertical offset of neighbours in a line, relative to the glyph's height:
superscripts are a third higher, the next line a whole height lower."""
_WORD_GAP: Final = 0.2
"""Gap between Latin words, relative to the font size."""
_GAP: Final = 0.12
"""Least gap considered, relative to the font size: narrower blanks come from the
program that wrote the file."""
_MORE_GAP: Final = 0.3
"""Width of a blank between Chinese characters beyond the usual gap of the line,
relative to the font size."""
_FEWEST_GAPS: Final = 3
_NO_GAP: Final = float("inf")
_TAB_GAP: Final = 1.8
_SCRIPT_GAP: Final = 0.25
"""Gap that office programs put between Latin and Chinese, relative to the font size."""
_SCRIPT_BLANK: Final = 0.32
"""The same with a blank in between."""
_SLACK: Final = 0.15
"""Error in measuring free width, relative to the font size."""

_UNBROKEN: Final = re.compile(
    r"[（《【〈「『“‘〔(\[{]*"
    r"(?:[0-9A-Za-z\u00c0-\u024f.,+\-−/_@#&*~:'\"]+|[^（《【〈「『“‘〔(\[{])?"
    r"[，。、；：！？）》】〉」』”’〕％,.;:!?)\]}%]*"
)
"""The shortest part of a line that is never wrapped: a character or a Latin word,
with opening brackets before it and closing punctuation behind it."""
_ITEM: Final = re.compile(
    r"[\u4e00-\u9fff]{0,2}\d{1,2}[：:、．](?!\d)|\d{1,2}\.(?!\d)|[①-⑳]"
)
_FIRST_WIDE: Final = "\u2e80"
_LETTER: Final = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line (行).

    Attributes:
        text: Its text; a gap as wide as a tab stop is a tab.
        box: The box of its glyphs.
        size: Font size.
        head: Width of its shortest unbreakable beginning.
        first: Tag of its first glyph.
        last: Tag of its last glyph.
        ends_blank: Whether it ends with a blank.
    """

    text: str
    box: Box
    size: float
    head: float
    first: Tag | None = None
    last: Tag | None = None
    ends_blank: bool = False

    def goes_on_in(self, following: "Line") -> bool | None:
        """Whether another line continues the same text, None without tags."""
        if self.last is None or following.first is None:
            return None
        return self.last.line == following.first.line


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines of adjacent glyphs, from the top down."""
    found = (_line(row) for row in _rows(glyphs))
    return [line for line in found if line.text]


def _rows(glyphs: Iterable[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    middle = 0.0
    ordered = sorted((glyph.box.top + glyph.box.bottom, glyph) for glyph in glyphs)
    for double, glyph in ordered:
        height = glyph.box.bottom - glyph.box.top
        if row and double / 2 - middle > _SAME_LINE * height:
            yield row
            row = []
        row.append(glyph)
        middle = double / 2
    if row:
        yield row


def _line(row: list[Glyph]) -> Line:
    row.sort(key=lambda glyph: glyph.box.left)
    size = _size(row)
    shown = [glyph for glyph in row if not glyph.text.isspace()]
    if not shown:
        return Line("", row[0].box, size, 0)
    box = Box(
        shown[0].box.left,
        min(glyph.box.top for glyph in shown),
        max(glyph.box.right for glyph in shown),
        max(glyph.box.bottom for glyph in shown),
    )
    return Line(
        "".join(_spaced(row, size)),
        box,
        size,
        _head(shown),
        shown[0].tag,
        shown[-1].tag,
        row[-1].text == " ",
    )


def _spaced(row: Sequence[Glyph], size: float) -> Iterator[str]:
    """The characters of a line, with blanks and tabs for wide gaps."""
    if all(glyph.tag for glyph in row):
        yield from _tagged(row, size)
        return
    loose: float | None = None
    is_blank = False
    before: Glyph | None = None
    for glyph in row:
        if glyph.text.isspace():
            is_blank = True
            continue
        if before is not None and glyph.box.left - before.box.right >= _GAP * size:
            if loose is None:
                loose = _usual_gap(row) + _MORE_GAP * size
            yield _gap(before, glyph, size, loose, is_blank)
        yield glyph.text
        is_blank = False
        before = glyph


def _tagged(row: Sequence[Glyph], size: float) -> Iterator[str]:
    """The characters of a tagged line, with the blanks stored in the file.

    The engine drops isolated blanks, which leave out a piece of content or a gap
    between two words.
    """
    waiting = ""
    before: Glyph | None = None
    for glyph in row:
        if glyph.text == BREAKABLE:
            continue
        if glyph.text == " ":
            waiting = " "
            continue
        if before is not None and not waiting and _is_gap(before, glyph, size):
            waiting = " "
        yield waiting + (" " if glyph.text == FIRM_BLANK else glyph.text)
        waiting = ""
        before = glyph


def _is_gap(before: Glyph, after: Glyph, size: float) -> bool:
    if before.tag and after.tag and _skips(before.tag, after.tag):
        return True
    is_latin = before.text.isascii() and after.text.isascii()
    return is_latin and after.box.left - before.box.right >= _WORD_GAP * size


def _skips(before: Tag, after: Tag) -> bool:
    """Whether content without glyphs, i.e. blanks, is between two pieces."""
    return before.line == after.line and after.place > before.place + 1


def _size(row: Sequence[Glyph]) -> float:
    """The font size of a line.

    Chinese characters are as wide as the font size; box heights vary with the font.
    """
    sizes = [
        glyph.box.right - glyph.box.left for glyph in row if glyph.text >= _FIRST_WIDE
    ] or [glyph.box.bottom - glyph.box.top for glyph in row]
    return sorted(sizes)[len(sizes) // 2]


def _usual_gap(row: Sequence[Glyph]) -> float:
    """The median gap between Chinese characters, wider in justified lines."""
    gaps = sorted(
        after.box.left - before.box.right
        for before, after in pairwise(row)
        if not (before.text.isascii() or after.text.isascii())
    )
    return gaps[len(gaps) // 2] if len(gaps) >= _FEWEST_GAPS else _NO_GAP


def _gap(before: Glyph, after: Glyph, size: float, loose: float, is_blank: bool) -> str:
    gap = after.box.left - before.box.right
    if gap >= _TAB_GAP * size:
        return "\t"
    if is_blank:
        return " "
    if before.text.isascii() == after.text.isascii():
        needed = _WORD_GAP * size if after.text.isascii() else loose
    else:
        needed = _SCRIPT_BLANK * size
    return " " if gap >= needed else ""


def _head(glyphs: Sequence[Glyph]) -> float:
    text = "".join(glyph.text for glyph in glyphs)
    unbroken = _UNBROKEN.match(text)
    end = unbroken.end() if unbroken and len(text) == len(glyphs) else 1
    return glyphs[max(end, 1) - 1].box.right - glyphs[0].box.left


def is_wrapped(line: Line, following: Line, room: float) -> bool:
    """Whether a line with ``room`` left broke because the next word did not fit."""
    goes_on = line.goes_on_in(following)
    if goes_on is not None:
        return goes_on
    if begins_item(following):
        return False
    is_one_script = line.text[-1:].isascii() == following.text[:1].isascii()
    gap = _SLACK if is_one_script else _SLACK + _SCRIPT_GAP
    return room < following.head + gap * line.size


def begins_item(line: Line) -> bool:
    """Whether a line begins with an item number: 指标2：, 1、."""
    return _ITEM.match(line.text) is not None


def joined(lines: Sequence[Line]) -> str:
    """The text of wrapped lines."""
    text = lines[0].text
    for line, following in pairwise(lines):
        text += " " if _is_parted(line, following) else ""
        text += following.text
    return text


def _is_parted(line: Line, following: Line) -> bool:
    """Whether a wrapped line ended with a blank."""
    if line.last and following.first:
        return line.ends_blank or _skips(line.last, following.first)
    ends, begins = _LETTER.match(line.text[-1:]), _LETTER.match(following.text[:1])
    return bool(ends and begins)
