"""Quantities with units, and which units may be converted (数量与单位)."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum


class Dimension(StrEnum):
    """What a unit measures; units of two dimensions never convert (量纲)."""

    MONEY = "money"
    MONTHS = "months"
    DAYS = "days"
    WORKING_DAYS = "working days"
    HOURS = "hours"
    RATE = "rate"
    PERCENTAGE_POINT = "percentage point"
    AREA = "area"
    LENGTH = "length"
    WEIGHT = "weight"
    VOLUME = "volume"
    COUNT = "count"
    """Occurrences, people, copies, pieces: each unit is its own base."""
    RATIO = "ratio"
    """Compound units such as 元/人 or 次/季度: equal only to themselves."""
    NONE = "none"
    """A bare number."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, with its exact factor to the base unit (单位).

    Attributes:
        symbol: The unit in its usual spelling: 万元, 次, %, 平方米 for ㎡; empty for a
            bare number.
        dimension: What it measures.
        base: The base unit's symbol: 元 for 万元, 人 for 万人, 月 for 年, 天 for 周.
        factor: How many base units it is; exact.
        divisor: Divides the factor where it is no finite decimal: 60 for 分钟 on the
            base 小时.
    """

    symbol: str
    dimension: Dimension
    base: str
    factor: Decimal
    divisor: Decimal = Decimal(1)

    def converts_to(self, other: "Unit") -> bool:
        """Whether a value in this unit can be stated exactly in the other."""
        return self.dimension is other.dimension and self.base == other.base


BARE = Unit("", Dimension.NONE, "", Decimal(1))


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit (数量): 30 万元, 95 %, 2 次."""

    value: Decimal
    unit: Unit = BARE

    @property
    def base_value(self) -> Decimal:
        """The value in the unit's base: 300000 for 30 万元."""
        return self.value * self.unit.factor / self.unit.divisor

    def to(self, unit: Unit) -> "Quantity | None":
        """The same quantity in another unit, or None if it does not convert."""
        if not self.unit.converts_to(unit):
            return None
        times, over = self.unit.factor * unit.divisor, self.unit.divisor * unit.factor
        return Quantity(self.value * times / over, unit)

    def in_unit(self, unit: Unit) -> "Quantity":
        """A bare number takes the given unit; any other quantity keeps its own."""
        return Quantity(self.value, unit) if self.unit.symbol == "" else self

    def __str__(self) -> str:
        return f"{plain(self.value)}{self.unit.symbol}"


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Round half up (四舍五入), the one rounding rule of quanheng."""
    room = Context(prec=max(value.adjusted(), 0) + places + 2)
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, room)


def plain(value: Decimal) -> str:
    """A decimal as people write it: no exponent, no trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
