"""What the texts of a report's own row mean, for formulas (已知取值)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from quanheng.core.expression import Deadline, Sign, Span
from quanheng.core.quantity import Dimension, plain
from quanheng.law.book import Law
from quanheng.live.formulas.hidden_cells import MET, NOT_MET, Aid, Kind
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


@dataclass(frozen=True, slots=True)
class RowTexts:
    """What the cells of a row hold (单元格文字)."""

    name: str
    target: str
    actual: str
    weight: str


@dataclass(frozen=True)
class KnownValues:
    """What a row says as long as nobody changes it (已知取值).

    Attributes:
        name: The name of the indicator.
        brackets: What stands in the brackets at its end.
        target: The target as a formula sees it.
        actual: The actual as a formula sees it.
        direction: 1 where more is better, -1 where less is, 0 where nobody knows.
        kind: What the row compares.
        unit: The unit of both, empty without one.
        values: The hidden cells that follow from both.
        weight: The text of a weight that is no plain number, with its value.
    """

    name: str
    brackets: str
    target: str
    actual: str
    direction: int
    kind: Kind
    unit: str
    values: Mapping[Aid, Value]
    weight: tuple[str, Decimal] | None


def known_row(reading: RowReading, law: Law, texts: RowTexts) -> KnownValues:
    """What a row's own texts mean, by the reading that the scores take.

    Args:
        reading: The row as it is scored.
        law: The parameters in force.
        texts: What its cells hold, inner blanks and all.
    """
    kind, values = _meaning(reading, law)
    unit = _unit(reading)
    rate = quantity_of(reading.actual) if reading.indicator.is_execution else None
    if rate is not None and rate.unit.dimension is Dimension.RATE:
        unit, values = "%", {**values, Aid.FIRST: rate.base_value}
    sign = _MARKS[reading.sign] if reading.sign and reading.sign_is_stated else ""
    weight = reading.indicator.weight
    return KnownValues(
        name=texts.name,
        brackets=reading.indicator.unit_in_name,
        target=_shown(texts.target),
        actual=_shown(texts.actual),
        direction=_DIRECTIONS[reading.direction],
        kind=kind,
        unit=unit,
        values={Aid.SIGN: sign, **values},
        weight=_weight(texts.weight, weight.number if weight else None),
    )


def _shown(raw: str) -> str:
    """A text as a formula sees it: a number that is stored as one shows its value."""
    if not _NUMBER.fullmatch(raw):
        return raw
    percent = "%" if raw.endswith("%") else ""
    return plain(Decimal(raw.rstrip("%").replace(",", ""))) + percent


def _meaning(reading: RowReading, law: Law) -> tuple[Kind, Mapping[Aid, Value]]:
    if reading.obstacle is not None:
        return _MISSING.get(reading.obstacle, Kind.UNCLEAR), {}
    target, actual = reading.target, reading.actual
    if isinstance(target, Deadline) and isinstance(actual, Deadline):
        days = (target.day, actual.start, actual.day)
        low, first, last = ((day - _EPOCH).days for day in days)
        return Kind.DATE, {Aid.LOW: low, Aid.FIRST: first, Aid.LAST: last}
    got = quantity_of(actual)
    if isinstance(target, Span) and got is not None:
        lower = target.low.to(target.high.unit) or target.low
        value = got.to(target.high.unit) or got
        return Kind.RANGE, {
            Aid.LOW: lower.value,
            Aid.HIGH: target.high.value,
            Aid.FIRST: value.value,
        }
    wanted = quantity_of(target)
    if wanted is not None and got is not None:
        value = got.to(wanted.unit) or got
        return Kind.NUMBER, {Aid.LOW: wanted.value, Aid.FIRST: value.value}
    answer = answer_to(target, actual, law)
    if isinstance(answer, Answer):
        return Kind.WORDS, {Aid.ANSWER: answer}
    return Kind.YES_NO, {Aid.ANSWER: MET if answer else NOT_MET}


def _unit(reading: RowReading) -> str:
    units = (reading.target_unit, reading.name_unit, reading.actual_unit)
    return next((unit.symbol for unit in units if unit is not None), "")


def _weight(said: str, number: Decimal | None) -> tuple[str, Decimal] | None:
    if number is None or number < 0 or _NUMBER.fullmatch(said):
        return None
    return said, number
