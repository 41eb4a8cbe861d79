"""The text of runs: breaks, symbols and fields (文字)."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from lxml import etree

from quanheng.readers.docx import names as w
from quanheng.readers.word.fields import Fields
from quanheng.readers.word.symbols import CHECKED, UNCHECKED, symbol

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


class Runs:
    """Reads paragraphs in order, because a field may span several.

    If field marks do not match, all text is read, so that none is lost.
    """

    def __init__(self, body: etree._Element) -> None:
        borders = Counter(b.get(w.FIELD_TYPE) for b in body.iter(w.FIELD))
        self._are_whole = borders["begin"] == borders["end"]
        self._fields = Fields()

    def read(self, paragraph: etree._Element) -> str:
        """The text of a paragraph of a tidied tree, with its line breaks."""
        if not len(paragraph):
            return ""
        if len(paragraph) == 1 and len(run := paragraph[0]) == 1:
            # Fast path: one run with one text, as in most cells.
            only = run[0]
            if only.tag == w.TEXT and not self._fields.hides:
                return only.text or ""
        return "".join([text for _, text in self.pieces(paragraph)])

    def pieces(self, paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
        """The elements that can show text, each with its visible text."""
        for element in paragraph.iter(*_CONTENT):
            tag = element.tag
            if tag == w.FIELD:
                yield element, self._field(element)
            elif tag == w.INSTRUCTION:
                self._fields.instruct(element.text or "")
            else:
                yield element, self._fields.shown(self._text(element))

    @staticmethod
    def _text(element: etree._Element) -> str:
        tag = element.tag
        if tag in {w.TEXT, w.MATH_TEXT}:
            return element.text or ""
        if tag == w.BREAK:
            return "" if element.get(w.BREAK_TYPE) in {"page", "column"} else "\n"
        if tag == w.SYMBOL:
            return _symbol(element)
        return _FIXED[tag]

    def _field(self, border: etree._Element) -> str:
        kind = border.get(w.FIELD_TYPE)
        if not self._are_whole:
            return _check_box(border)
        box = ""
        if kind == "begin":
            box = self._fields.shown(_check_box(border))
            self._fields.begin()
        elif kind == "separate":
            self._fields.show()
        else:
            self._fields.end()
        return box


def _symbol(element: etree._Element) -> str:
    try:
        code = int(element.get(w.SYMBOL_CHAR, ""), 16)
    except ValueError:
        return ""
    return symbol(element.get(w.SYMBOL_FONT, ""), code)


def _check_box(border: etree._Element) -> str:
    box = next(border.iter(w.CHECK_BOX), None)
    if box is None:
        return ""
    state = box.find(w.CHECKED)
    if state is None:
        state = box.find(w.DEFAULT)
    checked = state is not None and w.is_on(state.get(w.VAL))
    return CHECKED if checked else UNCHECKED
