"""Units by name, scaled and compound (计量单位): 万人, 元/人·月, 次/季度."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from quanheng.core.grammar.normalise import normalised
from quanheng.core.grammar.numerals import SCALES
from quanheng.core.grammar.unit_table import (
    COUNTED,
    INDIVIDUAL,
    MEASURES,
    SPELLINGS,
    ratio,
)
from quanheng.core.quantity import Dimension, Unit

YUAN: Final = Unit("元", Dimension.MONEY, "元", Decimal(1))
_LONGEST: Final = 6
_UNSCALED: Final = frozenset(
    {Dimension.RATE, Dimension.PERCENTAGE_POINT, Dimension.MONTHS, Dimension.DAYS}
)
_SCALE: Final = re.compile("十万|百万|千万|亿|万|千|百")
_PER: Final = re.compile(r"(?:/|每)(?P<open>\()?")
_AND: Final = re.compile(r"[·.*、/每](?![0-9])")
_OTHER_THING: Final = re.compile(r"[一-龥]{1,3}?(?=$|[/每·.*、)以左之内])")
_UNIT_LABEL: Final = re.compile("(?:计量|金额)?单位[:为]?")


@lru_cache(maxsize=4096)
def unit_named(word: str) -> Unit | None:
    """The simple or scaled unit of exactly this name, None for an unknown word."""
    word = SPELLINGS.get(word, word)
    if measure := MEASURES.get(word):
        dimension, base, share = measure
        return Unit(word, dimension, base, *ratio(share))
    if word in COUNTED:
        return Unit(word, Dimension.COUNT, word, Decimal(1))
    if word[:1] == "个" and word[1:] in INDIVIDUAL:
        return unit_named(word[1:])
    scale = _SCALE.match(word)
    unit = unit_named(word[scale.end() :]) if scale else None
    if scale is None or unit is None or unit.dimension in _UNSCALED:
        return None
    symbol = scale[0] + unit.symbol
    factor = SCALES[scale[0]] * unit.factor
    return Unit(symbol, unit.dimension, unit.base, factor, unit.divisor)


@lru_cache(maxsize=1024)
def units_beside(unit: Unit) -> tuple[Unit, ...]:
    """The units of the same base that a value may have been written in by mistake.

    The unit with or without 万, and others of its base: 人 for 万人, 公里 for 米,
    万元/人 for 元/人. Units of equal size appear once.
    """
    head, slash, things = unit.symbol.partition("/")
    scale = _SCALE.match(head)
    plain = head[scale.end() :] if scale and unit_named(head[scale.end() :]) else head
    measures = [word for word, entry in MEASURES.items() if entry[1] == unit.base]
    found = [
        read_unit(name + slash + things) for name in (plain, f"万{plain}", *measures)
    ]
    own = unit.factor / unit.divisor
    by_size = {
        size: one
        for one in reversed(found)
        if one and one.converts_to(unit) and (size := one.factor / one.divisor) != own
    }
    return tuple(by_size.values())


def unit_at(text: str, position: int) -> tuple[Unit, int] | None:
    """The longest unit that begins at a position, and where it ends."""
    found = _simple_at(text, position)
    if found is None:
        return None
    unit, end = found
    if end < len(text) and text[end] in "/每":
        return _compound_at(text, unit, end) or found
    return found


def per(unit: Unit, things: tuple[str, ...]) -> Unit:
    """A unit for each of some things (每): 元 → 元/人·月.

    The order of the things does not matter: 元/人·月 and 元/月·人 have one base.
    """
    symbol = f"{unit.symbol}/{'·'.join(things)}"
    base = f"{unit.base}/{'·'.join(sorted(things))}"
    return Unit(symbol, Dimension.RATIO, base, unit.factor, unit.divisor)


@lru_cache(maxsize=1024)
def read_unit(text: str) -> Unit | None:
    """The unit that a text names (计量单位): 元, （次）, 单位：万元, 元/人.

    Returns:
        None where the text is empty, names several or no known unit.
    """
    plain = normalised(text)
    for name in (plain, plain.strip("()[]")):
        label = _UNIT_LABEL.match(name)
        found = unit_at(name, label.end() if label else 0)
        if found and found[1] == len(name):
            return found[0]
    return None


def _simple_at(text: str, position: int) -> tuple[Unit, int] | None:
    for end in range(min(len(text), position + _LONGEST), position, -1):
        if unit := unit_named(text[position:end]):
            return unit, end
    return None


def _compound_at(text: str, unit: Unit, end: int) -> tuple[Unit, int] | None:
    things: list[str] = []
    link = opening = _PER.match(text, end)
    while link:
        thing = _thing_at(text, link.end())
        if thing is None:
            break
        name, end = thing
        things.append(name)
        link = _AND.match(text, end)
    if opening and opening["open"]:
        end += text.startswith(")", end)
    return (per(unit, tuple(things)), end) if things else None


def _thing_at(text: str, position: int) -> tuple[str, int] | None:
    """The divisor of a compound unit: a unit, or any short noun (生, 学位)."""
    if found := _simple_at(text, position):
        unit, end = found
        return (unit.base if unit.factor == unit.divisor else unit.symbol), end
    noun = _OTHER_THING.match(text, position)
    return (noun[0], noun.end()) if noun else None
