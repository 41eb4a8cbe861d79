"""Normalised writing: widths, dashes, comparison signs, blanks (规范化)."""

import re
from typing import Final

from quanheng.core.grammar.lexicon import words_of

_HALF_WIDTH: Final = {chr(0xFF01 + offset): chr(0x21 + offset) for offset in range(94)}
_SAME: Final = {
    " ": "\u3000",
    "¥": "￥",
    "%": "﹪",
    "≥": "≧⩾≮",
    "≤": "≦⩽≯",
    "=": "═",
    ":": "∶",
    "-": "−–\u2010\u2011\u2012",
    "~": "～∼〜",
    "—": "―─",
    "·": "•・⋅∙",
    "\u3007": "○◯",
    "m2": "㎡",
    "m3": "㎥",
    "km": "㎞",
    "cm": "㎝",
    "mm": "㎜",
    "kg": "㎏",
    "°C": "℃",
    "": "\u200b\u200c\u200d\u2060\ufeff\"\uff02“”'\uff07‘’「」",
}
"""A sign → others with the same meaning."""

_ONE_SIGN: Final = str.maketrans(
    _HALF_WIDTH | {other: one for one, others in _SAME.items() for other in others}
)
_OUTSIDE_NUMBERS: Final = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
_BLANKS: Final = re.compile(r"\s+")
_DOUBLE_SIGN: Final = re.compile(r"(?P<more>>=|=>|≥=)|<=|=<|≤=|==")
_ITEM_MARK: Final = re.compile(
    r"(?:(?<![0-9.])[0-9]{1,2}[、.)](?![0-9])|\([0-9]{1,2}\)|[①-⑳])(?=[^0-9])"
)
_FIRST_ITEM: Final = re.compile(
    r"(?:[0-9]{1,2}[、.)]|\([0-9]{1,2}\)|[①-⑳])(?=[^0-9%)])"
)
_ONE_OR_HALF: Final = ("一", "1", "半")
_ONCE_PER: Final = re.compile(
    r"^(?:一(?=月)|[一1]个?(?=年|季度|周|天|日)|[一1]个(?=月)|(?=半年))"
    r"(?P<period>半?年|季度|月|周|天|日)(?=(?:[0-9]+|[一二两三四五六七八九十]+)[次场期篇条轮])"
)


def normalised(text: str) -> str:
    """Bring a text to half width, one sign for one meaning, without blanks.

    A blank between two digits stays as one space: the grammar decides whether
    ``10 20`` is one number or two.
    """
    if not text.isascii() or '"' in text or "'" in text:
        text = text.translate(_ONE_SIGN)
    if len(text.split()) != 1 or text != text.strip():
        text = _BLANKS.sub(" ", _OUTSIDE_NUMBERS.sub("", text))
    if "=" in text:
        text = _DOUBLE_SIGN.sub(_single_sign, text)
    if _FIRST_ITEM.match(text):
        text = _ITEM_MARK.sub(";", text)
    if text[:1] in _ONE_OR_HALF:
        text = _ONCE_PER.sub(r"每\g<period>", text)
    return text.strip(";,、:。").rstrip(".…")


def _single_sign(match: re.Match[str]) -> str:
    if match["more"]:
        return "≥"
    return "=" if match[0] == "==" else "≤"


_EMPTY_WORDS: Final = frozenset(
    words_of(
        "空 空白 无 没有 暂无 不涉及 未涉及 不适用 无此项 无该项 n/a na none null",
        "nil",
    )
)
_EMPTY_MARKS: Final = re.compile(r"[-—_/\\.…~·*]*")


def is_empty_mark(text: str) -> bool:
    """Whether a normalised text is a mark for an empty cell (空白标记)."""
    inner = text.strip("()[]")
    return _EMPTY_MARKS.fullmatch(inner) is not None or inner.lower() in _EMPTY_WORDS
