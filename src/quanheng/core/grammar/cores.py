"""The positions of values in a text, before the words are judged (取值位置)."""

import re
from dataclasses import dataclass
from typing import Final

from quanheng.core.expression import Sign, WhyNot
from quanheng.core.grammar.amounts import Fault
from quanheng.core.grammar.dates import When, when_at
from quanheng.core.grammar.figures import DURATIONS, Figure, Pair, figure_or_pair_at
from quanheng.core.grammar.signs import lead_of, sign_after
from quanheng.core.grammar.words import follows_time, is_clean, is_link
from quanheng.core.quantity import BARE, Dimension, Quantity

_START: Final = re.compile(
    r"[0-9±半零〇一二两三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖拾]"
    r"|[-+负.](?=[.]?[0-9一二三四五六七八九十])|[百千万]分|第(?=[1-4一二三四]季)"
    r"|[上下]半年|[本当全]?年度?[底末终内]"
)
_NAME: Final = re.compile(r"[0-9.]+[A-Za-z]*")
_GRADE_NAME: Final = re.compile("[1-9][ADG](?![A-Za-z])")
_CURRENCY_CODE: Final = re.compile("(?:RMB|CNY|rmb|cny)$")
_APART: Final = re.compile(rf"[,、;。(/]|{_START.pattern}")
_EACH: Final = re.compile("(?:每[一-龥]{1,4})+$")
_IDIOMATIC: Final = frozenset("个项位种类级分面线方点口路节头条")
"""Units of set phrases: 八项规定, 四个意识."""
_RANKS: Final = frozenset("级类型档星")
"""Units of ranks, which are words and no counts: 一级, 二类, 三星."""

EVENTS: Final = re.compile(
    "(?:重大|安全|责任|有效|质量|群众|集体|越级|发生)*"
    "(?:投诉|事故|伤亡|死亡|差错|失误|违规|违纪|违法|上访|逾期|案件|感染|遗漏|发生|增长|污染|舆情)"
)
"""Events that a target may rule out: 零投诉, 0事故."""


@dataclass(frozen=True, slots=True)
class Core:
    """A value in a text, without the words before it.

    Attributes:
        found: The value.
        start: Where it begins.
        end: Where it ends, the sign after it included.
        sign: The sign after it: 以上, 左右.
    """

    found: When | Figure | Pair
    start: int
    end: int
    sign: Sign | None


def cores_of(text: str, year: int | None) -> list[Core] | Fault:
    """Every value of a normalised text in order; the first fault where there is one."""
    cores: list[Core] = []
    position = after = 0
    while match := _START.search(text, position):
        start = match.start()
        if _is_part_of_name(text, start):
            position = _end_of_name(text, start)
            continue
        found = _found_at(text, start, year)
        if isinstance(found, Fault):
            return found
        core = _core(text, start, found) if found else None
        if core is None or _is_idiom(text, after, core):
            position = start + 1
            continue
        cores.append(core)
        position = after = core.end
    return cores


def _found_at(
    text: str, start: int, year: int | None
) -> When | Figure | Pair | Fault | None:
    when = when_at(text, start, year)
    if isinstance(when, WhyNot):
        return Fault(when, text[start : start + 12])
    return when or figure_or_pair_at(text, start)


def _core(text: str, start: int, found: When | Figure | Pair) -> Core:
    if isinstance(found, When):
        return Core(found, start, found.end, found.sign)
    after = sign_after(text, found.end)
    if after:
        return Core(found, start, after[1], after[0])
    about = isinstance(found, Figure) and found.about
    return Core(found, start, found.end, Sign.ABOUT if about else None)


def _is_part_of_name(text: str, start: int) -> bool:
    """Whether figures belong to a name in Latin letters: A4, PM2.5, 5G, 4A级."""
    before = text[start - 1 : start] if start else ""
    if before == "-" and start > 1:
        before = text[start - 2]
    named = before.isascii() and before.isalpha() and text[start].isascii()
    if named:
        return _CURRENCY_CODE.search(text, 0, start) is None
    return _GRADE_NAME.match(text, start) is not None


def _end_of_name(text: str, start: int) -> int:
    name = _NAME.match(text, start)
    return name.end() if name else start + 1


def _is_idiom(text: str, after: int, core: Core) -> bool:
    """Whether a Chinese numeral is part of a word rather than a value (统一)."""
    found = core.found
    if isinstance(found, When) or not found.in_words:
        return False
    quantity = found.high if isinstance(found, Pair) else found.quantity
    if quantity.unit.dimension in (Dimension.MONEY, Dimension.RATE):
        return False
    before, following = lead_of(text[after : core.start]), text[core.end :]
    if quantity.unit.symbol in _RANKS:
        return True
    clean = is_clean(before.words)
    if quantity.unit is BARE:
        nought = quantity.value == 0 and EVENTS.fullmatch(following)
        return not clean or bool(following and not nought)
    words = before.words
    announced = before.signs or before.weak or is_link(words) or _EACH.search(words)
    if words and (clean or announced):
        return False
    return bool(words) or (not announced and _is_phrase(quantity, core, following))


def _is_phrase(quantity: Quantity, core: Core, following: str) -> bool:
    """Whether a numeral without a lead opens a set phrase (八项规定)."""
    symbol = quantity.unit.symbol
    if not following or core.sign or _APART.match(following):
        return symbol == "分" and quantity.value == 10  # 十分
    if quantity.unit.dimension in DURATIONS:
        return not follows_time(following)
    return symbol in _IDIOMATIC or quantity.value == 1
