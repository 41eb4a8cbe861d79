"""Numbers with their unit, ranges and tolerances (数值、区间): 30万元, 95%±2%."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from quanheng.core.expression import WhyNot
from quanheng.core.grammar.amounts import Amount, Fault, amount_at
from quanheng.core.grammar.numerals import SCALES
from quanheng.core.grammar.units import unit_at
from quanheng.core.quantity import BARE, Dimension, Quantity, Unit

DURATIONS: Final = frozenset(
    {Dimension.MONTHS, Dimension.DAYS, Dimension.WORKING_DAYS, Dimension.HOURS}
)

_TO: Final = re.compile(
    "(?:-|—+|~|至|到)(?=[-+负]?[0-9.零〇一二两三四五六七八九十半壹贰叁肆伍陆柒捌玖拾百千])"
)
_SCALE: Final = re.compile("十万|百万|千万|亿|万|千|百")
_RATIO: Final = re.compile(r"[0-9.,]+[:/][0-9.,]+")
_DIALLED: Final = re.compile("0[0-9]")
_SOME: Final = "余多来"
_SCALE_OR_END: Final = re.compile("[千百]?[万亿]|[千百]|$")
_ONE: Final = Decimal(1)
_PARTS: Final = {
    unit: Unit(symbol, dimension, base, Decimal(factor), Decimal(divisor))
    for unit, symbol, dimension, base, factor, divisor in (
        ("小时", "分钟", Dimension.HOURS, "小时", "1", 60),
        ("元", "分", Dimension.MONEY, "元", "0.01", 1),
        ("角", "分", Dimension.MONEY, "元", "0.01", 1),
    )
}
"""The meaning of 分 after these units; alone it is a point of a score."""
_WHOLE: Final = re.compile("[整正](?![常规式面体改理个])")
_BRACKETED: Final = re.compile(r"\((?P<unit>[^()0-9]{1,8})\)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit found in a text.

    Attributes:
        quantity: The number and its unit.
        end: Where it ends.
        about: Whether 余 or 多 makes it approximate.
        in_words: Whether it is written in Chinese numerals.
        scaled: Whether 万 follows it without a unit: 5万.
    """

    quantity: Quantity
    end: int
    about: bool = False
    in_words: bool = False
    scaled: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A range found in a text, both limits in one unit; with ± it is a tolerance."""

    low: Quantity
    high: Quantity
    end: int
    in_words: bool = False
    tolerance: bool = False


def figure_or_pair_at(text: str, position: int) -> Figure | Pair | Fault | None:
    """The number, range or tolerance that begins at a position."""
    if text.startswith("±", position):
        half = figure_at(text, position + 1)
        return _around(Quantity(Decimal(0), BARE), half) if half else None
    first = figure_at(text, position)
    if not isinstance(first, Figure):
        return first
    if text.startswith("±", first.end):
        half = figure_at(text, first.end + 1)
        return _around(first.quantity, half) if half else first
    until = _TO.match(text, first.end)
    last = figure_at(text, until.end()) if until else None
    if isinstance(last, Figure):
        return _range(first, last, text[position : last.end])
    return last or first


def figure_at(text: str, position: int) -> Figure | Fault | None:
    """The number with its unit that begins at a position."""
    sign = text[position : position + 1]
    amount = amount_at(text, position + (sign in "-负+"))
    if not isinstance(amount, Amount):
        return amount
    if sign in "-负":
        amount = replace(amount, value=-amount.value)
    figure = _with_unit(text, amount)
    if figure.quantity.unit is BARE:
        return _ratio_fault(text, position) or figure
    figure = _with_smaller_units(text, figure)
    following = text[figure.end : figure.end + 1]
    if following and following in "%‰":
        return Fault(WhyNot.UNKNOWN_UNIT, f"{figure.quantity.unit.symbol}{following}")
    return figure


def _ratio_fault(text: str, position: int) -> Fault | None:
    """1:20 is two numbers; 1/2 and 12/31 may be a share, a date or two numbers."""
    ratio = _RATIO.match(text, position)
    if ratio is None:
        return None
    why = WhyNot.SEVERAL_NUMBERS if ":" in ratio[0] else WhyNot.TWO_READINGS
    return Fault(why, ratio[0])


def _with_unit(text: str, amount: Amount) -> Figure:
    value, end = amount.value, amount.end
    if amount.unit:
        return Figure(Quantity(value, amount.unit), end, in_words=True)
    if text.startswith("个半", end) and unit_at(text, end + 2):
        value, end = value + Decimal("0.5"), end + 2
    about, found, end = _rough_unit(text, end)
    scale = None if found else _SCALE.match(text, end)
    if scale:
        value = value * SCALES[scale[0]]
        more, found, end = _rough_unit(text, scale.end())
        about = about or more
    unit, end = found or _bracketed(text, end)
    if unit.dimension is Dimension.MONEY and (whole := _WHOLE.match(text, end)):
        end = whole.end()
    scaled = scale is not None and unit is BARE
    return Figure(Quantity(value, unit), end, about, amount.in_words, scaled)


def _rough_unit(text: str, end: int) -> tuple[bool, tuple[Unit, int] | None, int]:
    """Whether 余, 多 or 来 precedes the unit; the unit; where reading goes on."""
    about = end < len(text) and text[end] in _SOME
    found = unit_at(text, end + about)
    if about and not found and not _SCALE_OR_END.match(text, end + 1):
        return False, None, end  # 30来源: no rough number
    return about, found, end + about


def _bracketed(text: str, end: int) -> tuple[Unit, int]:
    match = _BRACKETED.match(text, end)
    found = unit_at(match["unit"], 0) if match else None
    if match and found and found[1] == len(match["unit"]):
        return found[0], match.end()
    return BARE, end


def _with_smaller_units(text: str, figure: Figure) -> Figure:
    """Add what follows in smaller units: 2年3个月, 1小时30分, 3元5角, 一年半."""
    unit = figure.quantity.unit
    if unit.dimension not in DURATIONS and unit.symbol != "元":
        return figure
    if unit.dimension in DURATIONS and text.startswith("半", figure.end):
        value = figure.quantity.value + Decimal("0.5")
        return replace(figure, quantity=Quantity(value, unit), end=figure.end + 1)
    amount = amount_at(text, figure.end)
    found = unit_at(text, amount.end) if isinstance(amount, Amount) else None
    if not isinstance(amount, Amount) or found is None:
        return figure
    smaller, end = found
    if smaller.symbol == "分" and unit.symbol in _PARTS:
        smaller = _PARTS[unit.symbol]
    larger = Quantity(figure.quantity.value, unit).to(smaller)
    if larger is None or smaller.factor / smaller.divisor >= unit.factor / unit.divisor:
        return figure
    sum_of_both = Quantity(larger.value + amount.value, smaller)
    if unit.dimension is Dimension.MONEY:
        sum_of_both = sum_of_both.to(unit) or sum_of_both
    return _with_smaller_units(text, replace(figure, quantity=sum_of_both, end=end))


def _around(middle: Quantity, half: Figure | Fault) -> Pair | Fault:
    if isinstance(half, Fault):
        return half
    width = half.quantity
    if middle.unit is BARE:
        middle = Quantity(middle.value, width.unit)
    if width.unit is BARE:
        width = Quantity(width.value, middle.unit)
    elif width.unit.symbol == "%" and middle.unit.dimension is not Dimension.RATE:
        width = Quantity(middle.value * width.value / 100, middle.unit)
    same = width.to(middle.unit)
    if same is None:
        return Fault(WhyNot.SEVERAL_NUMBERS, f"{middle}±{half.quantity}")
    low = Quantity(middle.value - same.value, middle.unit)
    high = Quantity(middle.value + same.value, middle.unit)
    return Pair(low, high, half.end, tolerance=True)


def _range(first: Figure, last: Figure, text: str) -> Pair | Fault:
    low, high = first.quantity, last.quantity
    if low.unit is BARE:
        unit = high.unit
        if first.scaled and unit is not BARE and not last.scaled:
            unit = replace(unit, symbol=unit.base, factor=_ONE, divisor=_ONE)
        low = Quantity(low.value, unit)
    if high.unit is BARE:
        high = Quantity(high.value, low.unit)
    same = low.to(high.unit)
    if same is None:
        return Fault(WhyNot.SEVERAL_NUMBERS, text)
    if _DIALLED.match(text):
        return Fault(WhyNot.BROKEN_NUMBER, text)
    if same.value > high.value:
        return Fault(WhyNot.REVERSED_RANGE, text)
    return Pair(same, high, last.end, first.in_words or last.in_words)
