"""Numbers of list items (列表编号)."""

import re
from typing import Final

from lxml import etree

from quanheng.readers.word.numerals import render

_BY_TYPE: Final = {
    "1": "decimal",
    "a": "lowerLetter",
    "A": "upperLetter",
    "i": "lowerRoman",
    "I": "upperRoman",
}
_BY_STYLE: Final = {
    "decimal": "decimal",
    "decimal-leading-zero": "decimalZero",
    "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "cjk-ideographic": "chineseCountingThousand",
    "simp-chinese-informal": "chineseCountingThousand",
    "trad-chinese-informal": "chineseCountingThousand",
    "cjk-decimal": "ideographDigital",
}
_CHINESE: Final = frozenset({"chineseCountingThousand", "ideographDigital"})
_STYLE: Final = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z][a-z-]+)", re.I)
_WHOLE: Final = re.compile(r"\s*(-?\d{1,6})\s*")


class ItemNumbers:
    """Numbers the items of one ordered list."""

    def __init__(self, element: etree._Element) -> None:
        self._format = _format(element)
        self._next = _whole(element.get("start"), 1)

    def label(self, item: etree._Element) -> str:
        """The label of the next item: ``1.``, ``一、``."""
        number = _whole(item.get("value"), self._next)
        self._next = number + 1
        if not self._format:
            return ""
        shown = render(number, self._format) if number > 0 else str(number)
        return f"{shown}、" if self._format in _CHINESE else f"{shown}."


def _format(element: etree._Element) -> str:
    styled = _STYLE.search(element.get("style", ""))
    if styled:
        return _BY_STYLE.get(styled[1].lower(), "")
    return _BY_TYPE.get(element.get("type", "1"), "decimal")


def _whole(value: str | None, otherwise: int) -> int:
    match = _WHOLE.fullmatch(value or "")
    return int(match[1]) if match else otherwise
