"""Chooses the formula of a row (选用公式)."""

from dataclasses import replace
from decimal import Decimal

from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline, Expression, Sign, Span
from quanheng.core.indicator import LevelOne
from quanheng.core.quantity import Quantity
from quanheng.law.book import Law
from quanheng.scoring.answers_in_words import Answer
from quanheng.scoring.direction import NEGATIVE_WORDS, POSITIVE_WORDS, Direction
from quanheng.scoring.formulas.deadline import deadline
from quanheng.scoring.formulas.limits import at_least, at_most, equal, within_range
from quanheng.scoring.formulas.obstacles import why_not
from quanheng.scoring.formulas.qualitative import qualitative, yes_no
from quanheng.scoring.formulas.result import Pair, Result
from quanheng.scoring.formulas.step_table import satisfaction_steps
from quanheng.scoring.reading import RowReading, answer_to, quantity_of
from quanheng.scoring.unit_slip import SLIP_LAW


def evaluate(
    reading: RowReading, weight: Decimal, stated: Decimal | None, law: Law
) -> Result:
    """Score a row by the formula of its kind, or give the reason for no score.

    Args:
        reading: Target and actual, read together.
        weight: Points of the row, zero or more.
        stated: The stated score, used inside the band of an answer only.
        law: The parameters in force.
    """
    if reading.obstacle is not None:
        step = why_not(reading.obstacle, reading)
        named = SLIP_LAW if reading.slip else ()
        return Result(None, None, (step,), named, obstacle=reading.obstacle)
    target, actual = reading.target, reading.actual
    if isinstance(target, Deadline) and isinstance(actual, Deadline):
        return deadline(target, actual, weight, law)
    got = quantity_of(actual)
    if isinstance(target, Span) and got is not None:
        return _range(target, got, weight, law)
    wanted = quantity_of(target)
    if wanted is not None and got is not None:
        return _number(reading, _pair(wanted, got, weight, reading.sign), law)
    return _words(target, actual, weight, stated, law)


def _pair(wanted: Quantity, got: Quantity, weight: Decimal, sign: Sign | None) -> Pair:
    """Both in the target's unit; units of occurrences compare as they stand."""
    return Pair(
        target=wanted.value,
        actual=(got.to(wanted.unit) or got).value,
        weight=weight,
        unit=wanted.unit.symbol,
        strict=sign in (Sign.MORE_THAN, Sign.LESS_THAN),
    )


def _range(target: Span, got: Quantity, weight: Decimal, law: Law) -> Result:
    unit = target.high.unit
    low = target.low.to(unit) or target.low
    value = got.to(unit) or got
    return within_range(
        low.value, target.high.value, value.value, weight, unit.symbol, law
    )


def _number(reading: RowReading, pair: Pair, law: Law) -> Result:
    if reading.indicator.level_one is LevelOne.SATISFACTION and pair.unit == "%":
        by_steps = satisfaction_steps(pair, law)
        if by_steps is not None:
            return by_steps
    result = _by_sign(reading, pair, law)
    notes = (_implied(reading), *_units(reading))
    steps = (*(note for note in notes if note is not None), *result.steps)
    named = result.law
    if not reading.sign_is_stated:
        named = (POSITIVE_WORDS, NEGATIVE_WORDS, *named)
    return replace(result, steps=steps, law=named)


def _by_sign(reading: RowReading, pair: Pair, law: Law) -> Result:
    match reading.sign:
        case Sign.AT_LEAST | Sign.MORE_THAN:
            return at_least(pair, law)
        case Sign.AT_MOST | Sign.LESS_THAN:
            return at_most(pair, law)
        case _ if reading.direction is Direction.NEGATIVE:
            return at_most(pair, law)
        case _:
            return equal(pair, law)


def _implied(reading: RowReading) -> Words | None:
    """How the direction of the limit was found, unless the sign gives it."""
    match reading.sign, reading.direction, reading.sign_is_stated:
        case Sign.EQUAL, Direction.NEGATIVE, _:
            return Words(
                "逆向指标的“=”按不超过计", "= on a negative indicator is an upper limit"
            )
        case _, _, True:
            return None
        case _, Direction.NEGATIVE, _:
            return Words(
                "目标值无比较符，按逆向指标取“≤”",
                "the target has no sign; the indicator is negative: ≤",
            )
        case _, Direction.POSITIVE, _:
            return Words(
                "目标值无比较符，按正向指标取“≥”",
                "the target has no sign; the indicator is positive: ≥",
            )
        case _:
            return Words(
                "目标值无比较符，业绩值与之相等",
                "the target has no sign and the actual equals it",
            )


def _units(reading: RowReading) -> tuple[Words, ...]:
    """How two different units were compared."""
    one, other = reading.target_unit, reading.actual_unit
    if one is None or other is None or one.symbol == other.symbol:
        return ()
    if other.converts_to(one):
        return (
            Words(
                f"业绩值由{other.symbol}换算为{one.symbol}",
                f"the actual is converted from {other.symbol} to {one.symbol}",
            ),
        )
    return (
        Words(
            f"计量单位“{one.symbol}”与“{other.symbol}”名称不同，按次数比较",
            f"the units {one.symbol} and {other.symbol} both count occurrences",
        ),
    )


def _words(
    target: Expression,
    actual: Expression,
    weight: Decimal,
    stated: Decimal | None,
    law: Law,
) -> Result:
    answer = answer_to(target, actual, law)
    if isinstance(answer, Answer):
        return qualitative(answer, weight, stated, law)
    return yes_no(target.raw, actual.raw, weight, met=answer is True)
