"""The text of runs (文字): breaks, symbols and fields."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from lxml import etree

from quanheng.readers.docx import names as w

_CONTENT: Final = (
    w.TEXT,
    w.TAB,
    w.BREAK,
    w.FIELD,
    w.INSTRUCTION,
    w.SYMBOL,
    w.NO_BREAK_HYPHEN,
    w.CARRIAGE_RETURN,
    w.POSITION_TAB,
    w.MATH_TEXT,
)
_FIXED: Final = {
    w.TAB: "\t",
    w.POSITION_TAB: "\t",
    w.CARRIAGE_RETURN: "\n",
    w.NO_BREAK_HYPHEN: "-",
}
_CHECKED: Final = "☑"
_UNCHECKED: Final = "☐"
_SYMBOLS: Final = {
    "Wingdings": {
        0x6F: _UNCHECKED,
        0x71: _UNCHECKED,
        0x72: _UNCHECKED,
        0xA8: _UNCHECKED,
        0xFB: "✗",
        0xFC: "✓",
        0xFD: "☒",
        0xFE: _CHECKED,
    },
    "Wingdings 2": {
        0x2A: _UNCHECKED,
        0x30: _UNCHECKED,
        0x35: _UNCHECKED,
        0xA3: _UNCHECKED,
        0x4F: "✗",
        0x50: "✓",
        0x51: "☒",
        0x52: _CHECKED,
        0x53: "☒",
        0x54: "☒",
    },
    "Symbol": {
        0xA3: "≤",
        0xB0: "°",
        0xB1: "±",
        0xB3: "≥",
        0xB4: "×",
        0xB8: "÷",
        0xB9: "≠",
        0xBB: "≈",
        0xD7: "·",
    },
}
_DAMAGED_CONTENTS: Final = re.compile("未定义书签|未找到目录项")
_INSTRUCTION_HEAD: Final = 20
"""Characters of a field's instruction that tell its kind."""


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shows: bool = False
    is_contents: bool = False


class Runs:
    """Reads paragraph after paragraph, for fields may run over several.

    Of a field its result is read, not its instruction; of a table of contents
    nothing, save an entry that reports its own damage. Where the borders of fields
    do not match, all text is read, for none may be lost.
    """

    def __init__(self, body: etree._Element) -> None:
        borders = Counter(b.get(w.FIELD_TYPE) for b in body.iter(w.FIELD))
        self._are_whole = borders["begin"] == borders["end"]
        self._fields: list[_Field] = []
        self._instructions = 0
        """Open fields whose instruction is still being read."""
        self._contents = 0
        """Open tables of contents."""

    def read(self, paragraph: etree._Element) -> str:
        """The text of a paragraph of a tidied tree, with its line breaks."""
        if not len(paragraph):
            return ""
        if len(paragraph) == 1 and len(run := paragraph[0]) == 1:
            # One run with one text, as in most cells: several times as fast.
            only = run[0]
            if only.tag == w.TEXT and not self._instructions and not self._contents:
                return only.text or ""
        parts: list[str] = []
        for element in paragraph.iter(*_CONTENT):
            tag = element.tag
            if tag == w.FIELD:
                parts.append(self._field(element))
            elif tag == w.INSTRUCTION:
                self._instruct(element.text or "")
            elif not self._instructions:
                text = self._shown(element)
                if not self._contents or is_damaged_entry(text):
                    parts.append(text)
        return "".join(parts)

    @staticmethod
    def _shown(element: etree._Element) -> str:
        tag = element.tag
        if tag in {w.TEXT, w.MATH_TEXT}:
            return element.text or ""
        if tag == w.BREAK:
            return "" if element.get(w.BREAK_TYPE) in {"page", "column"} else "\n"
        if tag == w.SYMBOL:
            return _symbol(element)
        return _FIXED[tag]

    def _instruct(self, text: str) -> None:
        if self._fields and len(self._fields[-1].instruction) < _INSTRUCTION_HEAD:
            self._fields[-1].instruction += text

    def _field(self, border: etree._Element) -> str:
        kind = border.get(w.FIELD_TYPE)
        if not self._are_whole:
            return _check_box(border)
        if kind == "begin":
            self._fields.append(_Field())
            box = "" if self._instructions else _check_box(border)
            self._instructions += 1
            return box
        if self._fields:
            self._show() if kind == "separate" else self._close()
        return ""

    def _show(self) -> None:
        field = self._fields[-1]
        if not field.shows:
            field.shows = True
            field.is_contents = field.instruction.split()[:1] == ["TOC"]
            self._instructions -= 1
            self._contents += field.is_contents

    def _close(self) -> None:
        field = self._fields.pop()
        self._instructions -= not field.shows
        self._contents -= field.is_contents


def is_damaged_entry(text: str) -> bool:
    """Whether an entry of a table of contents reports its own damage."""
    return bool(_DAMAGED_CONTENTS.search(text))


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(w.SYMBOL_CHAR, ""), 16)
    except ValueError:
        return ""
    # Symbol fonts are mapped into the private use area at F000.
    small = code - 0xF000 if code >= 0xF000 else code
    known = _SYMBOLS.get(element.get(w.SYMBOL_FONT, ""), {})
    if small in known:
        return known[small]
    # Of the rest only what is a character: no surrogate, no private use.
    return chr(code) if 0 <= code < 0xD800 or 0xF8FF < code < 0x110000 else ""


def _check_box(border: etree._Element) -> str:
    box = next(border.iter(w.CHECK_BOX), None)
    if box is None:
        return ""
    state = box.find(w.CHECKED)
    if state is None:
        state = box.find(w.DEFAULT)
    checked = state is not None and w.is_on(state.get(w.VAL))
    return _CHECKED if checked else _UNCHECKED
