"""Texts as they are compared, whichever script they are written in (字形归一)."""

import re
import unicodedata
from functools import cache, lru_cache
from importlib import import_module
from typing import Any, Final

_READING: Final = re.compile(
    r"(?<=[㐀-鿿])\((?=[^)]*[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü])"
    r"[a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜü]{1,6}\)"
)
"""What some web pages leave behind a sign: its reading, 執(zhí)."""
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_SIGNS: Final = str.maketrans({"≧": "≥", "≦": "≤", "═": "=", "〉": ">", "〈": "<"})
"""Signs that stand for others and that NFKC keeps apart."""


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """A text for comparison: simplified, in plain signs, without readings.

    Nothing of a report is ever printed in this form; it may be shorter than the text.
    """
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    plain = _READING.sub("", _INVISIBLE.sub("", plain))
    return "".join(map(_simplified, plain)) if _may_be_traditional(plain) else plain


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
