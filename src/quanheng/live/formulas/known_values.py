"""The values of a report's own texts, for formulas (已知取值)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.core.expression import Deadline, Sign, Span
from quanheng.core.quantity import Dimension, plain
from quanheng.law.book import Law
from quanheng.live.formulas.helper_columns import MET, NOT_MET, Helper, Kind
from quanheng.scoring.answers_in_words import Answer
from quanheng.scoring.direction import Direction
from quanheng.scoring.reading import Obstacle, RowReading, answer_to, quantity_of

Value = Decimal | int | str | None

_EPOCH: Final = date(1899, 12, 30)
_NUMBER: Final = re.compile(r"-?[0-9,]+(?:\.[0-9]+)?%?")
_MARKS: Final = {
    Sign.AT_LEAST: "≥",
    Sign.MORE_THAN: ">",
    Sign.AT_MOST: "≤",
    Sign.LESS_THAN: "<",
    Sign.EQUAL: "=",
}
_DIRECTIONS: Final = {
    Direction.POSITIVE: 1,
    Direction.NEGATIVE: -1,
    Direction.UNKNOWN: 0,
}
_MISSING: Final = {
    Obstacle.TARGET_MISSING: Kind.NO_TARGET,
    Obstacle.ACTUAL_MISSING: Kind.NO_ACTUAL,
}


@dataclass(frozen=True)
class KnownValues:
    """The values of a row while its texts are unchanged (已知取值).

    Attributes:
        name: The name of the indicator.
        brackets: The unit in brackets at the end of the name.
        target: The target as a formula sees it.
        actual: The actual as a formula sees it.
        direction: 1 positive, -1 negative, 0 unknown.
        kind: What the row compares.
        unit: The unit of both, empty without one.
        values: The helper cells that follow from both.
        weight: The text of a weight that is no plain number, with its value.
    """

    name: str
    brackets: str
    target: str
    actual: str
    direction: int
    kind: Kind
    unit: str
    values: Mapping[Helper, Value]
    weight: tuple[str, Decimal] | None


def known_row(reading: RowReading, law: Law, texts: Mapping[str, str]) -> KnownValues:
    """The values of a row as they are scored.

    Args:
        reading: The row as it is scored.
        law: The parameters in force.
        texts: Column → text of its cell, inner blanks kept.
    """
    kind, values = _meaning(reading, law)
    unit = _unit(reading)
    rate = quantity_of(reading.actual) if reading.indicator.is_execution else None
    if rate is not None and rate.unit.dimension is Dimension.RATE:
        unit, values = "%", {**values, Helper.FIRST: rate.base_value}
    sign = _MARKS[reading.sign] if reading.sign and reading.sign_is_stated else ""
    weight = reading.indicator.weight
    return KnownValues(
        name=texts["name"],
        brackets=reading.indicator.unit_in_name,
        target=_shown(texts.get("target", "")),
        actual=_shown(texts.get("actual", "")),
        direction=_DIRECTIONS[reading.direction],
        kind=kind,
        unit=unit,
        values={Helper.SIGN: sign, **values},
        weight=_weight(texts.get("weight", ""), weight.number if weight else None),
    )


def _shown(raw: str) -> str:
    """A text as a formula sees it: a stored number shows its plain value."""
    if not _NUMBER.fullmatch(raw):
        return raw
    percent = "%" if raw.endswith("%") else ""
    return plain(Decimal(raw.rstrip("%").replace(",", ""))) + percent


def _meaning(reading: RowReading, law: Law) -> tuple[Kind, Mapping[Helper, Value]]:
    if reading.obstacle is not None:
        return _MISSING.get(reading.obstacle, Kind.UNCLEAR), {}
    target, actual = reading.target, reading.actual
    if isinstance(target, Deadline) and isinstance(actual, Deadline):
        days = (target.day, actual.start, actual.day)
        low, first, last = ((day - _EPOCH).days for day in days)
        return Kind.DATE, {Helper.LOW: low, Helper.FIRST: first, Helper.LAST: last}
    got = quantity_of(actual)
    if isinstance(target, Span) and got is not None:
        lower = target.low.to(target.high.unit) or target.low
        value = got.to(target.high.unit) or got
        return Kind.RANGE, {
            Helper.LOW: lower.value,
            Helper.HIGH: target.high.value,
            Helper.FIRST: value.value,
        }
    wanted = quantity_of(target)
    if wanted is not None and got is not None:
        value = got.to(wanted.unit) or got
        return Kind.NUMBER, {Helper.LOW: wanted.value, Helper.FIRST: value.value}
    answer = answer_to(target, actual, law)
    if isinstance(answer, Answer):
        return Kind.WORDS, {Helper.ANSWER: answer}
    return Kind.YES_NO, {Helper.ANSWER: MET if answer else NOT_MET}


def _unit(reading: RowReading) -> str:
    units = (reading.target_unit, reading.name_unit, reading.actual_unit)
    return next((unit.symbol for unit in units if unit is not None), "")


def _weight(raw: str, number: Decimal | None) -> tuple[str, Decimal] | None:
    if number is None or number < 0 or _NUMBER.fullmatch(raw):
        return None
    return raw, number
