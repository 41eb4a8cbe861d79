"""What is sold, in which unit, and when (产品、计量单位、供需期)."""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Final, TypeAlias

from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import Dimension, Unit
from quanheng.language.similarity import bare
from quanheng.office.plain_yaml import parse_yaml

Window: TypeAlias = tuple[date | None, date | None]
"""First and last day; None where that side is open."""
_SHORTEST: Final = 2
"""Signs of a name that tells enough to be looked for in others."""


def same_name(text: str) -> str:
    """A product's name for comparing: without marks, one for all that mean it."""
    name = bare(unicodedata.normalize("NFKC", text)).casefold()
    return _one_name().get(name, name)


def near_names(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """The names that hold a product's name, or that it holds: 苹果 and 红富士苹果.

    A variety may serve for the whole or not; that a person decides.
    """
    asked = same_name(name)
    found = (other for other in others if _is_near(asked, same_name(other)))
    return tuple(dict.fromkeys(found))


def _is_near(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return short != long and len(short) >= _SHORTEST and short in long


@cache
def _one_name() -> Mapping[str, str]:
    """Every other name of a product → the one that stands for it."""
    text = files(__package__).joinpath("produce_names.yaml").read_text("utf-8")
    return {name: names[0] for names in parse_yaml(text) for name in names}


def sale_unit(text: str) -> Unit:
    """The unit that goods are sold in; an unknown one stands for itself."""
    return read_unit(text) or Unit(
        text.strip(), Dimension.COUNT, text.strip(), Decimal(1)
    )


def in_base(value: Decimal, unit: Unit) -> Decimal:
    """A quantity in the base of its unit: 2 吨 → 2000 公斤."""
    return value * unit.factor / unit.divisor


def from_base(value: Decimal, unit: Unit) -> Decimal:
    """A quantity of base units in a unit: 2000 公斤 → 2 吨."""
    return value * unit.divisor / unit.factor


def overlap(one: Window, other: Window) -> Window | None:
    """The days that two windows share; None where there are none."""
    firsts = [window[0] for window in (one, other) if window[0] is not None]
    lasts = [window[1] for window in (one, other) if window[1] is not None]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first is not None and last is not None and first > last:
        return None
    return first, last


def price_in_base(price: Decimal, unit: Unit) -> Decimal:
    """A price for one base unit: 3000 元 for a 吨 → 3 元 for a 公斤."""
    return price * unit.divisor / unit.factor


def price_from_base(price: Decimal, unit: Unit) -> Decimal:
    """A price for one unit: 3 元 for a 公斤 → 3000 元 for a 吨."""
    return price * unit.factor / unit.divisor
