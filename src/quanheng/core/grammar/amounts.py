"""Bare amounts in figures and in Chinese (数): 1,000.5, 1万2千, 百分之九十五."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.expression import WhyNot
from quanheng.core.grammar.numerals import (
    CHINESE_DIGITS,
    CHINESE_PLACES,
    SCALES,
    chinese_number,
)
from quanheng.core.grammar.units import unit_at
from quanheng.core.quantity import Dimension, Unit

_NUMERAL: Final = f"[{CHINESE_DIGITS}{CHINESE_PLACES}万亿萬億点]"
_FIGURES: Final = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
)
_FIGURES_RUN: Final = re.compile("[0-9.,]+")
_SPACED: Final = re.compile(
    r"[0-9]{1,3}(?: 0[0-9]{2}|(?: [0-9]{3}){2,})(?:\.[0-9]+)?(?![0-9 .])"
)
_TWO_GROUPS: Final = re.compile(r"[0-9]{1,3} [0-9]{3}(?![0-9 ])")
_PLACED: Final = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<scale>[千百]?[万亿]|[千百])(?=[0-9])"
)
_LAST_PLACE: Final = re.compile(
    r"(?P<number>[0-9]+(?:\.[0-9]+)?)(?P<scale>[千百]?[万亿]|[千百])?(?![0-9.,])"
)
_WORDS: Final = re.compile(f"{_NUMERAL}+")
_SHARE: Final = re.compile(
    rf"(?P<of>[百千万])分之(?P<number>[0-9]+(?:\.[0-9]+)?|百|{_NUMERAL}+)|百分百"
)
_SHARE_UNIT: Final = {
    word: Unit(symbol, Dimension.RATE, "%", Decimal(factor))
    for word, symbol, factor in (
        ("百", "%", "1"),
        ("千", "‰", "0.1"),
        ("万", "‱", "0.01"),
    )
}
_HALF: Final = re.compile("半(?=个?(?:小时|月|年(?!级)|天|日|周|学期))")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number found in a text, before its unit is read.

    Attributes:
        value: The number.
        end: Where it ends.
        in_words: Whether it is written in Chinese numerals.
        unit: The unit that is part of the notation (百分之…).
    """

    value: Decimal
    end: int
    in_words: bool = False
    unit: Unit | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Figures that are not a readable number, with the reason."""

    why: WhyNot
    detail: str


def amount_at(text: str, position: int) -> Amount | Fault | None:
    """The number that begins at a position.

    Returns:
        A fault for figures that are no number; None for other text.
    """
    character = text[position : position + 1]
    if character.isascii():
        return _in_figures(text, position)
    if character == "半":
        half = _HALF.match(text, position)
        return Amount(Decimal("0.5"), half.end(), in_words=True) if half else None
    if share := _SHARE.match(text, position):
        return _share(share)
    return _in_words(text, position)


def _in_figures(text: str, position: int) -> Amount | Fault | None:
    match = _FIGURES.match(text, position)
    if match is None:
        return None
    end = match.end()
    following = text[end : end + 1]
    if following and following in ".," and text[end + 1 : end + 2].isdecimal():
        run = _FIGURES_RUN.match(text, position)
        return Fault(WhyNot.BROKEN_NUMBER, run[0] if run else match[0])
    if following == " ":
        return _spaced(text, position)
    if following and following in "百千万亿" and _PLACED.match(text, position):
        return _placed(text, position)
    return Amount(Decimal(match[0].replace(",", "")), end)


def _spaced(text: str, position: int) -> Amount | Fault:
    """Blanks as thousands separators: only where two numbers are out of question."""
    if match := _SPACED.match(text, position):
        return Amount(Decimal(match[0].replace(" ", "")), match.end())
    two = _TWO_GROUPS.match(text, position)
    why = WhyNot.TWO_READINGS if two else WhyNot.SEVERAL_NUMBERS
    return Fault(why, two[0] if two else text[position:])


def _placed(text: str, position: int) -> Amount | Fault:
    """Figures with Chinese places between them: 1万2千, 1亿2000万, 3千500."""
    total, limit = Decimal(0), Decimal("Infinity")
    end = position
    while match := _PLACED.match(text, end):
        scale = Decimal(SCALES[match["scale"]])
        part = Decimal(match["number"]) * scale
        if part >= limit:
            break
        total, limit, end = total + part, scale, match.end()
    last = _LAST_PLACE.match(text, end)
    if last is None:
        return Fault(WhyNot.BROKEN_NUMBER, text[position:])
    part = Decimal(last["number"]) * SCALES.get(last["scale"], 1)
    full = last["scale"] or len(last["number"]) == len(str(limit)) - 1
    if part >= limit or not full:
        return Fault(WhyNot.BROKEN_NUMBER, text[position : last.end()])
    return Amount(total + part, last.end())


def _share(match: re.Match[str]) -> Amount | None:
    name = match["number"]
    if match["of"] is None or name == "百":
        value: Decimal | None = Decimal(100)
    elif name.isascii():
        value = Decimal(name)
    else:
        value = chinese_number(name)
    if value is None:
        return None
    unit = _SHARE_UNIT[match["of"] or "百"]
    return Amount(value, match.end(), in_words=True, unit=unit)


def _in_words(text: str, position: int) -> Amount | None:
    match = _WORDS.match(text, position)
    if match is None:
        return None
    run = match[0].rstrip("点")
    end = position + len(run)
    if (
        run[-1:] in ("万", "亿")
        and not set(run[:-1]) & set("万亿")
        and unit_at(text, end - 1)
    ):
        run, end = run[:-1], end - 1  # the scale belongs to the unit: 十 万元
    value = chinese_number(run) if run else None
    return None if value is None else Amount(value, end, in_words=True)
