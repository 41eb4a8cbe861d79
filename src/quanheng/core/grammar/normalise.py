"""One writing for one sign: widths, dashes, comparison signs, blanks (规范化)."""

import re
from typing import Final

_ONE_FOR_ONE: Final = {
    **{0xFF01 + offset: 0x21 + offset for offset in range(94)},
    **str.maketrans("　￥﹪≧≦⩾⩽≯≮═∶−–‐‑‒～∼〜•・⋅∙○◯", " ¥%≥≤≥≤≤≥=:-----~~~····〇〇"),
    **str.maketrans("―─²³", "——23"),
    **dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\"“”'‘’「」"), ""),
    **{ord("㎡"): "m2", ord("㎥"): "m3", ord("㎏"): "kg", ord("㎞"): "km"},
    **{ord("㎝"): "cm", ord("㎜"): "mm", ord("℃"): "°C"},
}
_OUTSIDE_NUMBERS: Final = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
_BLANKS: Final = re.compile(r"\s+")
_DOUBLE_SIGN: Final = re.compile(r"(?P<more>>=|=>|≥=)|<=|=<|≤=|==")
_ITEM_MARK: Final = re.compile(
    r"(?:(?<![0-9.])[0-9]{1,2}[、.)](?![0-9])|\([0-9]{1,2}\)|[①-⑳])(?=[^0-9])"
)
_FIRST_ITEM: Final = re.compile(r"(?:1[、.)]|\(1\)|①)(?![0-9])")


def normalised(text: str) -> str:
    """Bring a text to half width, one sign for one meaning, without blanks.

    A blank between two digits stays, as one space: whether ``10 20`` is one
    number or two is for the grammar to say.
    """
    if not text.isascii() or '"' in text or "'" in text:
        text = text.translate(_ONE_FOR_ONE)
    if len(text.split()) != 1 or text != text.strip():
        text = _BLANKS.sub(" ", _OUTSIDE_NUMBERS.sub("", text))
    if "=" in text:
        text = _DOUBLE_SIGN.sub(_single_sign, text)
    if _FIRST_ITEM.match(text):
        text = _ITEM_MARK.sub(";", text)
    return text.strip(";,、:。；").rstrip(".…")


def _single_sign(match: re.Match[str]) -> str:
    if match["more"]:
        return "≥"
    return "=" if match[0] == "==" else "≤"


_EMPTY_WORDS: Final = frozenset(
    "空 空白 无 没有 暂无 不涉及 未涉及 不适用 无此项 无该项 n/a na none null nil".split()
)
_EMPTY_MARKS: Final = re.compile(r"[-—_/\\.…~·*]*")


def is_empty_mark(text: str) -> bool:
    """Whether a normalised text says that nothing is filled in (空白标记)."""
    inner = text.strip("()[]")
    return _EMPTY_MARKS.fullmatch(inner) is not None or inner.lower() in _EMPTY_WORDS
