"""Values that were probably entered in another unit (单位误填)."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.expression import Duration, Expression, Number, Sign
from quanheng.core.grammar.units import units_beside
from quanheng.core.quantity import Dimension, Quantity, Unit
from quanheng.law.book import Law
from quanheng.scoring.units import RATE_NAMES

BAND: Final = "self_evaluation.unit_slip_band"
LEAST: Final = "self_evaluation.unit_slip_least"
SLIP_LAW: Final = (BAND, LEAST, RATE_NAMES)

_UPPER: Final = (Sign.AT_MOST, Sign.LESS_THAN)
NOT_SCALED: Final = (
    Dimension.NONE,
    Dimension.RATE,
    Dimension.PERCENTAGE_POINT,
    Dimension.MONTHS,
    Dimension.DAYS,
    Dimension.WORKING_DAYS,
    Dimension.HOURS,
)
_SHARE: Final = Unit("", Dimension.RATE, "%", Decimal(100))
"""A bare share: 0.96 is 96%."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A value that fits only when read in another unit (单位误填).

    Attributes:
        is_target: Whether it is the target; else the actual.
        meant: The value as probably meant: 12300人.
        same: The same in the unit of the row: 1.23万人.
    """

    is_target: bool
    meant: Quantity
    same: Quantity

    @property
    def said(self) -> Words:
        """The probable meaning in words; a bare share is called a share."""
        bare = str(self.meant)
        if self.meant.unit is _SHARE:
            return Words(f"比例{bare}", f"a share of {bare}")
        return Words(bare, bare)


def unit_slip(
    target: Expression, actual: Expression, sign: Sign | None, title: str, law: Law
) -> Slip | None:
    """The value that was probably entered in another unit, None without a doubt.

    Such a value is far from the other, but close to it when read in a neighbouring
    unit: 12300 under 万人 for a target of 1.2 (人), 1.52 under 米 for 1500 (公里),
    0.962 for 95%. A true result is seldom a hundred times its target.

    Args:
        target: The target in the unit of the row.
        actual: The actual, likewise.
        sign: The sign that holds.
        title: The name of the row.
        law: The parameters that apply.
    """
    wanted, got = _positive(target), _positive(actual)
    if wanted is None or got is None or (got := got.to(wanted.unit)) is None:
        return None
    if _is_rate(wanted.unit, title, law):
        return _share(wanted, got, _is_bare(target), _is_bare(actual), sign, law)
    if wanted.unit.dimension in NOT_SCALED:
        return None
    return _other_unit(wanted, got, law)


def _positive(expression: Expression) -> Quantity | None:
    if isinstance(expression, Number | Duration) and expression.quantity.value > 0:
        return expression.quantity
    return None


def _is_rate(unit: Unit, title: str, law: Law) -> bool:
    is_bare = unit.dimension is Dimension.NONE
    return unit.symbol == "%" or (is_bare and title.endswith(law.words(RATE_NAMES)))


def _is_bare(expression: Expression) -> bool:
    return "%" not in expression.raw


def _share(
    wanted: Quantity,
    got: Quantity,
    target_is_bare: bool,
    actual_is_bare: bool,
    sign: Sign | None,
    law: Law,
) -> Slip | None:
    """A bare 0.96 that may be a share as well as a percentage.

    It can't be told where the target is a lower limit above 1%; the other way round
    only an actual about a hundred times the target tells it.
    """
    if sign in _UPPER:
        return None
    if actual_is_bare and got.value <= 1 < wanted.value:
        return _as_share(got, is_target=False)
    is_percent = _ratio(got.value, wanted.value * 100) <= law.number(BAND)
    if target_is_bare and wanted.value <= 1 < got.value and is_percent:
        return _as_share(wanted, is_target=True)
    return None


def _as_share(value: Quantity, *, is_target: bool) -> Slip:
    percent = Unit("%", Dimension.RATE, "%", Decimal(1))
    same = Quantity(value.value * 100, percent)
    return Slip(is_target, Quantity(value.value, _SHARE), same)


def _other_unit(wanted: Quantity, got: Quantity, law: Law) -> Slip | None:
    least, band = law.number(LEAST), law.number(BAND)
    if _ratio(wanted.value, got.value) * band < least:
        return None
    slips = _slips(wanted, got, least)
    fitting = [(ratio, slip) for ratio, slip in slips if ratio <= band]
    return min(fitting, key=itemgetter(0))[1] if fitting else None


def _slips(
    wanted: Quantity, got: Quantity, least: Decimal
) -> Iterator[tuple[Decimal, Slip]]:
    """The possible slips, each with the remaining ratio of the two values."""
    for unit in units_beside(wanted.unit):
        factor = _factor(unit, wanted.unit)
        if max(factor, 1 / factor) < least:
            continue
        for value, other, is_target in ((got, wanted, False), (wanted, got, True)):
            meant = Quantity(value.value, unit)
            same = Quantity(value.value * factor, wanted.unit)
            if not _is_whole_failure(got, wanted, factor, is_target):
                yield _ratio(same.value, other.value), Slip(is_target, meant, same)


def _is_whole_failure(
    got: Quantity, wanted: Quantity, factor: Decimal, is_target: bool
) -> bool:
    """Whether a count that is far too small may be true: 1 of 10000 households."""
    is_count = wanted.unit.dimension is Dimension.COUNT and got.value == int(got.value)
    return is_count and not is_target and factor > 1


def _factor(unit: Unit, other: Unit) -> Decimal:
    return unit.factor * other.divisor / (unit.divisor * other.factor)


def _ratio(one: Decimal, other: Decimal) -> Decimal:
    """The larger value ÷ the smaller one."""
    return max(one / other, other / one)
