"""Reads target and actual of a row together: unit, sign, direction (读数)."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.core.expression import (
    Blank,
    Deadline,
    Duration,
    Expression,
    Number,
    Sign,
    Span,
    Unreadable,
    WhyNot,
    Wording,
)
from quanheng.core.field import Field
from quanheng.core.grammar.units import read_unit
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Quantity, Unit
from quanheng.law.book import Law
from quanheng.scoring.answers_in_words import Answer, qualitative_answer, yes_or_no
from quanheng.scoring.direction import Direction, direction_of
from quanheng.scoring.unit_slip import Slip, unit_slip
from quanheng.scoring.units import (
    Units,
    conflict_of,
    is_percent_of_what,
    same_occurrences,
    unit_of,
)


class Obstacle(StrEnum):
    """Why a row has no computable score (不能计分的原因)."""

    TARGET_MISSING = "target missing"
    ACTUAL_MISSING = "actual missing"
    WEIGHT_MISSING = "weight missing"
    TARGET_NOT_A_VALUE = "target is not a value"
    """Words, several values, a vague time."""
    ACTUAL_NOT_A_VALUE = "actual is not a value"
    DIMENSIONS_DIFFER = "dimensions differ"
    """天 against %."""
    UNITS_DIFFER = "units differ"
    """元 against 万元 where one of the two is inherited: it is unclear which holds."""
    UNIT_SLIP = "unit slip"
    """12300 under 万人 for a target of 1.2: one of the two is in another unit."""
    NO_ANSWER_CHOSEN = "no qualitative answer chosen"
    SCORE_MISSING = "score missing"
    """The answer opens a band, but no score inside it is stated."""
    DIRECTION_UNKNOWN = "direction unknown"
    ZERO_BUDGET = "budget is zero"
    YEAR_UNKNOWN = "year unknown"
    LEFT_TO_PERSON = "left to a person"
    """Local rules require a person to score it."""


_ALL_OR_NOTHING: Final = {Decimal(100): True, Decimal(0): False}
_RESULT_WORD: Final = "达"
"""达95% names a result where it stands in an actual, not a lower limit."""


@dataclass(frozen=True, slots=True)
class RowReading:
    """The values of a row's cells, read together (读数).

    Attributes:
        indicator: The row.
        target: The target, its bare number in the row's unit where it has none.
        actual: The actual, likewise.
        name_unit: Unit of the brackets in the name, None without one.
        target_unit: Unit written in the target cell itself.
        actual_unit: Unit written in the actual cell itself.
        sign: The stated sign, else the one implied by the direction (成本 ≤,
            满意度 ≥).
        sign_is_stated: Whether the target has the sign.
        direction: The direction by name and category.
        obstacle: Why no score can be computed, None where it can.
        slip: The value that was probably entered in another unit, None without one.
    """

    indicator: Indicator
    target: Expression
    actual: Expression
    name_unit: Unit | None
    target_unit: Unit | None
    actual_unit: Unit | None
    sign: Sign | None
    sign_is_stated: bool
    direction: Direction
    obstacle: Obstacle | None
    slip: Slip | None = None


def read_row(indicator: Indicator, law: Law, year: int | None) -> RowReading:
    """Read target and actual of a row together (§7 of the domain)."""
    target = _read(indicator.target, year)
    actual = _read(indicator.actual, year)
    units = Units(read_unit(indicator.unit_in_name), unit_of(target), unit_of(actual))
    obstacle = (
        _target_obstacle(target, law)
        or _actual_obstacle(target, actual, law)
        or _unit_obstacle(target, actual, units, indicator.title, law)
    )
    target = _in_unit(target, units.of_target)
    actual = _in_unit(actual, units.of_actual)
    direction = direction_of(indicator, law)
    stated = _stated_sign(target)
    sign = stated or _implied_sign(target, direction)
    slip = None if obstacle else unit_slip(target, actual, sign, indicator.title, law)
    return RowReading(
        indicator=indicator,
        target=target,
        actual=actual,
        name_unit=units.name,
        target_unit=units.target,
        actual_unit=units.actual,
        sign=sign,
        sign_is_stated=stated is not None,
        direction=direction,
        obstacle=obstacle
        or (Obstacle.UNIT_SLIP if slip else _sign_obstacle(target, actual, sign)),
        slip=slip,
    )


def quantity_of(expression: Expression) -> Quantity | None:
    """The quantity of a number or a length of time, None for anything else."""
    if isinstance(expression, Number | Duration):
        return expression.quantity
    return None


def _read(field: Field | None, year: int | None) -> Expression:
    return Blank("") if field is None else field.read(year)


def _in_unit(expression: Expression, unit: Unit) -> Expression:
    if isinstance(expression, Number):
        return replace(expression, quantity=expression.quantity.in_unit(unit))
    if isinstance(expression, Span):
        low, high = expression.low.in_unit(unit), expression.high.in_unit(unit)
        return replace(expression, low=low, high=high)
    return expression


def _stated_sign(target: Expression) -> Sign | None:
    if isinstance(target, Number | Duration | Deadline):
        return None if target.sign is Sign.ABOUT else target.sign
    return None


def _implied_sign(target: Expression, direction: Direction) -> Sign | None:
    if isinstance(target, Deadline):
        return Sign.AT_MOST
    if quantity_of(target) is None:
        return None
    if direction is Direction.UNKNOWN:
        return None
    return Sign.AT_MOST if direction is Direction.NEGATIVE else Sign.AT_LEAST


def _target_obstacle(target: Expression, law: Law) -> Obstacle | None:
    if is_in_words(target, law):
        return None
    match target:
        case Blank():
            return Obstacle.TARGET_MISSING
        case Unreadable(why=WhyNot.YEAR_UNKNOWN):
            return Obstacle.YEAR_UNKNOWN
        case Number() | Duration() | Span() | Deadline():
            return None
        case _:
            return Obstacle.TARGET_NOT_A_VALUE


def _actual_obstacle(
    target: Expression, actual: Expression, law: Law
) -> Obstacle | None:
    match actual:
        case Blank():
            return Obstacle.ACTUAL_MISSING
        case _ if is_in_words(target, law):
            return _wording_obstacle(target, actual, law)
        case Unreadable(why=WhyNot.YEAR_UNKNOWN):
            return Obstacle.YEAR_UNKNOWN
        case Number() | Duration():
            is_date = isinstance(target, Deadline)
            return Obstacle.DIMENSIONS_DIFFER if is_date else None
        case Deadline():
            is_date = isinstance(target, Deadline)
            return None if is_date else Obstacle.DIMENSIONS_DIFFER
        case _:
            return Obstacle.ACTUAL_NOT_A_VALUE


def _wording_obstacle(
    target: Expression, actual: Expression, law: Law
) -> Obstacle | None:
    if answer_to(target, actual, law) is not None:
        return None
    if isinstance(actual, Wording):
        return Obstacle.NO_ANSWER_CHOSEN
    return Obstacle.TARGET_NOT_A_VALUE


def is_in_words(target: Expression, law: Law) -> bool:
    """Whether a target is words, or bands of answers (达成：…；未达成：…)."""
    if isinstance(target, Wording):
        return True
    return qualitative_answer(target.raw, law) is not None


def answer_to(target: Expression, actual: Expression, law: Law) -> bool | Answer | None:
    """The answer of an actual to a target in words.

    Returns:
        Whether a yes/no target is met (100% and 0% count as done and not done);
        one of the three qualitative answers; None for any other text.
    """
    wanted = yes_or_no(target.raw, law)
    if wanted is not None:
        done = _is_done(actual)
        got = yes_or_no(actual.raw, law) if done is None else done
        if got is not None:
            return got is wanted
    return qualitative_answer(actual.raw, law)


def _is_done(actual: Expression) -> bool | None:
    quantity = quantity_of(actual)
    if quantity is None or quantity.unit.symbol != "%":
        return None
    return _ALL_OR_NOTHING.get(quantity.value)


def _unit_obstacle(
    target: Expression, actual: Expression, units: Units, title: str, law: Law
) -> Obstacle | None:
    """Why two quantities can't be compared; None without two quantities."""
    if not isinstance(target, Number | Duration | Span) or quantity_of(actual) is None:
        return None
    if is_percent_of_what(units, title, law):
        return Obstacle.DIMENSIONS_DIFFER
    one, other = units.of_target, units.of_actual
    if not other.converts_to(one):
        if same_occurrences(one, other, law):
            return None
        alike = one.dimension is other.dimension
        return Obstacle.UNITS_DIFFER if alike else Obstacle.DIMENSIONS_DIFFER
    if units.is_inherited and conflict_of(one, other):
        return Obstacle.UNITS_DIFFER
    return None


def _sign_obstacle(
    target: Expression, actual: Expression, sign: Sign | None
) -> Obstacle | None:
    """Why two values give no score: no direction, or an actual that is a limit."""
    wanted, got = quantity_of(target), quantity_of(actual)
    if wanted is None or got is None:
        return None
    value = got.to(wanted.unit) or got
    if sign is None:
        equal = value.value == wanted.value
        return None if equal else Obstacle.DIRECTION_UNKNOWN
    decides = _decides(actual, value.value, wanted.value, sign)
    return None if decides else Obstacle.ACTUAL_NOT_A_VALUE


def _decides(actual: Expression, value: Decimal, wanted: Decimal, sign: Sign) -> bool:
    """Whether an actual written as a limit (300人以上) settles the comparison."""
    own = actual.sign if isinstance(actual, Number | Duration) else None
    if own in (Sign.AT_LEAST, Sign.MORE_THAN) and _RESULT_WORD not in actual.raw:
        return value >= wanted and sign not in (Sign.AT_MOST, Sign.LESS_THAN)
    if own in (Sign.AT_MOST, Sign.LESS_THAN):
        return value <= wanted and sign in (Sign.AT_MOST, Sign.LESS_THAN)
    return True
