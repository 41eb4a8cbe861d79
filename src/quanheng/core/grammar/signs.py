"""Comparison signs in marks and words (计算符号): ≥, 不低于, 以上, 左右."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quanheng.core.expression import Sign
from quanheng.core.grammar.lexicon import longest_first, words_of

_BEFORE: Final = {
    Sign.AT_LEAST: words_of(
        "≥ 不低于 不得低于 不应低于 不能低于 不少于 不得少于 不小于 不短于 不下于",
        "至少 大于等于 大于或等于 高于等于 高于或等于 多于或等于 起码",
    ),
    Sign.AT_MOST: words_of(
        "≤ 不超过 不得超过 不能超过 不超 未超过 不高于 不得高于 不多于 不大于",
        "不长于 至多 小于等于 小于或等于 低于等于 低于或等于 少于或等于 不晚于",
        "不迟于 截至 截止",
    ),
    Sign.MORE_THAN: words_of("> 大于 高于 超过 超出 多于"),
    Sign.LESS_THAN: words_of("< 小于 低于 少于 不足 不到 不满 短于 未达到 未达"),
    Sign.EQUAL: words_of("= 等于"),
    Sign.ABOUT: words_of("≈ 大约 大概 约为 约计 将近"),
}
_LAST: Final = {
    Sign.AT_LEAST: words_of("最低 最少"),
    Sign.AT_MOST: words_of("最多 最高 最迟 最晚"),
    Sign.MORE_THAN: words_of("超"),
    Sign.ABOUT: words_of("约 近 ~"),
}
"""Words that are a sign only right before the number; 最低 in 最低生活保障 is not."""

_SIGN_OF: Final = {
    word: sign
    for table in (_BEFORE, _LAST)
    for sign, words in table.items()
    for word in words
}
_SIGN_WORD: Final = re.compile(
    longest_first(word for words in _BEFORE.values() for word in words)
    + "|(?<![节公预签契附最])(?:"
    + longest_first(word for words in _LAST.values() for word in words)
    + ")$"
)
_WEAK: Final = re.compile(
    "(?:(?P<reached>(?<![到传下送表发抵])达到?)|控制(?:在|到|为)?)$"
)
_INCLUDED: Final = r"\((?:包?含|包括)[^()]{0,6}\)"
_EXCLUDED: Final = r"\(不(?:包?含|包括)[^()]{0,6}\)"
_SUFFIX: Final = re.compile(
    rf"""
    (?:{_INCLUDED}|(?P<without>{_EXCLUDED}))? (?:含|及|或)?
    (?: (?P<least>以上|之上|起(?![草来立到飞]))
      | (?P<most>以下|之下|以内|之内|范围内|内(?![部外容需地设]))
      | (?P<about>左右|上下(?!级)) )
    (?:{_INCLUDED}|(?P<except>{_EXCLUDED}))?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a number, with their signs removed.

    Attributes:
        words: The remaining words.
        signs: The signs in them.
        weak: The sign of 达 (≥) or 控制在 (≤), which any other sign overrides.
    """

    words: str
    signs: frozenset[Sign]
    weak: Sign | None


@lru_cache(maxsize=8192)
def lead_of(text: str) -> Lead:
    """Remove the signs from the words before a number."""
    signs: set[Sign] = set()

    def taken(match: re.Match[str]) -> str:
        signs.add(_SIGN_OF[match[0]])
        return ""

    rest = _SIGN_WORD.sub(taken, text)
    weak = _WEAK.search(rest)
    if weak is None:
        return Lead(rest, frozenset(signs), None)
    rest = _SIGN_WORD.sub(taken, rest[: weak.start()])
    sign = Sign.AT_LEAST if weak["reached"] else Sign.AT_MOST
    return Lead(rest, frozenset(signs), sign)


def sign_after(text: str, position: int) -> tuple[Sign, int] | None:
    """The sign that follows a number and its unit, and where it ends."""
    match = _SUFFIX.match(text, position)
    if match is None:
        return None
    without = match["without"] or match["except"]
    if match["about"]:
        return Sign.ABOUT, match.end()
    if match["least"]:
        return (Sign.MORE_THAN if without else Sign.AT_LEAST), match.end()
    return (Sign.LESS_THAN if without else Sign.AT_MOST), match.end()
