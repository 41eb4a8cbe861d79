"""Texts as they are compared, whichever script they are written in (字形归一)."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Final

_READING: Final = re.compile(
    r"(?<=[㐀-鿿])\((?=[^)]*[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü])"
    r"[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}\)"
)
"""What some web pages leave behind a sign: its reading, 執(zhí)."""
_LONGEST: Final = 8
"""A sign with its reading behind it is no longer."""
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_COLONS: Final = str.maketrans(dict.fromkeys("\ufe30\u2236\u02d0\ua789", ":"))
"""Colons that NFKC would take for other signs, or keep apart: of vertical text, ratio,
long vowels, letters."""
_SIGNS: Final = str.maketrans({"≧": "≥", "≦": "≤", "═": "=", "〉": ">", "〈": "<"})
"""Signs that stand for others and that NFKC keeps apart."""


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """A text for comparison: simplified, in plain signs, without readings.

    Nothing of a report is ever printed in this form; it may be shorter than the text.
    """
    if text.isascii():
        return text
    plain = _plain(text)
    plain = _READING.sub("", _INVISIBLE.sub("", plain))
    return "".join(map(_simplified, plain)) if _may_be_traditional(plain) else plain


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text.translate(_COLONS)).translate(_SIGNS)


@lru_cache(maxsize=8192)
def folded_with_places(text: str) -> tuple[str, Sequence[int]]:
    """A text for comparison, and for each of its signs the place of it in the text."""
    signs = [
        (plain, place)
        for place, sign in enumerate(text)
        for plain in (sign if sign.isascii() else _plain(sign))
    ]
    whole = "".join(sign for sign, _ in signs)
    left_out: set[int] = set()
    for pattern in (_INVISIBLE, _READING):
        for match in pattern.finditer(whole):
            left_out.update(range(*match.span()))
    kept = [sign for place, sign in enumerate(signs) if place not in left_out]
    simplify = _simplified if _may_be_traditional(whole) else str
    return "".join(simplify(sign) for sign, _ in kept), [place for _, place in kept]


def printed_as(text: str, part: str) -> str:
    """How a part of a folded text is printed in the text itself, readings included."""
    if part in text:
        return part
    for start in range(len(text)):
        if not part.startswith(folded(text[start])[:1] or "\0"):
            continue
        fits = [
            text[start:end]
            for end in range(
                start + 1, min(start + _LONGEST * len(part), len(text)) + 1
            )
            if folded(text[start:end]) == part
        ]
        if fits:
            return fits[-1]
    return part


def _may_be_traditional(text: str) -> bool:
    """Whether a text holds signs that the simplified set of 1980 (GB 2312) lacks."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


@cache
def _simplified(sign: str) -> str:
    if sign < "㐀":
        return sign
    found: str = _converter().convert(sign)
    return found if len(found) == 1 else sign


@cache
def _converter() -> Any:
    # A twentieth of a second to load: only where a text is in traditional signs.
    return import_module("opencc").OpenCC("t2s")
