"""Where in a text its values stand, before the words are judged (取值位置)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.expression import Sign, WhyNot
from quanheng.core.grammar.amounts import Fault
from quanheng.core.grammar.dates import When, when_at
from quanheng.core.grammar.figures import DURATIONS, Figure, Pair, figure_or_pair_at
from quanheng.core.grammar.signs import lead_of, sign_after
from quanheng.core.grammar.words import follows_time, is_clean, is_link
from quanheng.core.quantity import BARE, Dimension

_START: Final = re.compile(
    r"[0-9±半零〇一二两三四五六七八九十壹贰貳叁參肆伍陆陸柒捌玖拾]|[-+负.](?=[.]?[0-9一二三四五六七八九十])"
    r"|[百千万]分|年度?[底末终内]|[上下]半年|[本当全]年度?[底末终内]|第(?=[1-4一二三四]季)"
)
_NAME: Final = re.compile(r"[0-9.]+[A-Za-z]*")
_GRADE_NAME: Final = re.compile("[1-9][ADG](?![A-Za-z])")
_CURRENCY_CODE: Final = re.compile("(?:RMB|CNY|rmb|cny)$")
_SEPARATOR: Final = re.compile("[,、;。(/]")
_IDIOMATIC: Final = frozenset("个 项 位 种 类 级 分 面 线 方 点 口 路 节 头 条".split())
"""Units of set phrases: 八项规定, 四个意识, 十分满意."""

EVENTS: Final = re.compile(
    "(?:重大|安全|责任|有效|质量|群众|集体|越级|发生)*"
    "(?:投诉|事故|伤亡|死亡|差错|失误|违规|违纪|违法|上访|逾期|案件|感染|遗漏|发生|增长|容忍|污染|舆情)"
)
"""What there can be nought of: 零投诉, 0事故."""


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
    """Whether a Chinese numeral is part of a word rather than a value (统一, 一次性)."""
    found = core.found
    if isinstance(found, When) or not found.in_words:
        return False
    unit = (found if isinstance(found, Figure) else None)
    quantity = unit.quantity if unit else found.low if isinstance(found, Pair) else None
    if quantity is None or quantity.unit.dimension in (Dimension.MONEY, Dimension.RATE):
        return False
    before = lead_of(text[after : core.start])
    lead = before.words
    following = text[core.end :]
    if quantity.unit is BARE:
        nought = quantity.value == 0 and EVENTS.fullmatch(following)
        return not (is_clean(lead) and (not following or nought))
    announced = bool(before.signs or before.weak) or (lead != "" and (is_clean(lead) or is_link(lead)))
    if lead and not announced:
        return True
    if not following or core.sign or _SEPARATOR.match(following) or _START.match(following):
        return quantity.unit.symbol == "分" and quantity.value == Decimal(10) and not announced
    if quantity.unit.dimension in DURATIONS:
        return not follows_time(following)
    if quantity.unit.symbol in _IDIOMATIC or quantity.value == 1:
        return not announced
    return False
