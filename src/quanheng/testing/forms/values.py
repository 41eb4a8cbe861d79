"""Indicators of a record: targets and results in their parts (指标与指标值)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any, Final, TypeAlias

from quanheng.core.quantity import plain
from quanheng.testing.forms import names
from quanheng.testing.forms.layout import Layout

_HALF: Final = Decimal("0.5")
_ODD: Final = 0.5
"""Share of values in the way that a layout asks for."""
_DUE: Final = (
    *("{year}年{month}月底前", "{year}年{month}月", "{month}月底前", "{year}年底前"),
    *("{year}年{month}月30日前", "{year}.{month}", "{year}-{month:02}-28", "年底前"),
)
_ENDED: Final = (
    *("{year}年{month}月", "{year}年{month}月20日", "{year}.{month}", "{month}月"),
    *("{year}年{month}月底", "{year}-{month:02}-20", "已完成", "{year}/{month}/20"),
)


@dataclass(frozen=True, slots=True)
class Value:
    """A target or a result, in its parts (指标值)."""

    sign: str
    number: str
    unit: str

    @property
    def whole(self) -> str:
        """As one text: ``≥95%``."""
        return self.sign + self.number + self.unit


_Pair: TypeAlias = tuple[Value, Value, bool]


@dataclass(frozen=True, slots=True)
class Row:
    """An indicator (指标)."""

    level1: str
    level2: str
    name: str
    weight: str
    target: Value
    actual: Value
    score: str
    reason: str


class DrawnRows:
    """Draws the indicators of one form."""

    def __init__(
        self, random: Random, layout: Layout, year: int, reasons: Sequence[str]
    ) -> None:
        self._random, self._year, self._reasons = random, year, reasons
        self._values, self._signs = layout["values"], layout["signs"]
        self._way = layout["classes"]

    def rows(
        self, picked: Sequence[Sequence[Any]], weights: Sequence[int]
    ) -> tuple[Row, ...]:
        """An indicator for each of the picked ones, with its points."""
        classes = [name for data in picked for name in data[:2]]
        called = names.renamed(self._random, self._way, classes)
        return tuple(
            self._row(data, str(weight), called)
            for data, weight in zip(picked, weights, strict=True)
        )

    def _row(self, data: Sequence[Any], weight: str, called: Mapping[str, str]) -> Row:
        random = self._random
        level1, level2, name, kind, low, high, unit = data
        target, actual, met = self._pair(kind, low, high, unit)
        points = Decimal(weight)
        lost = random.choice([_HALF, Decimal(1), Decimal(2)])
        score = points if met else points - lost
        reason = random.choice(["", "", "无"] if met else self._reasons)
        levels = called[level1], called[level2]
        return Row(*levels, name, weight, target, actual, plain(score), reason)

    def _pair(self, kind: str, low: Any, high: Any, unit: str) -> _Pair:
        """Target, result, and whether it is met."""
        random = self._random
        odd = random.random() < _ODD
        if odd and self._values == "phrases":
            texts = [names.phrase(random, self._year) for _ in range(2)]
            return Value("", texts[0], ""), Value("", random.choice(texts), ""), True
        if kind == "words" or (odd and self._values == "words"):
            usual = kind == "words" and low not in ("0", 0) and random.random() < _ODD
            text = low if usual else names.word(random)
            done = random.choice([text, text, names.word(random)])
            return Value("", text, ""), Value("", done, ""), True
        if kind == "day":
            return self._days(int(low), int(high))
        if kind == "range":
            return _range(random, Decimal(low), Decimal(high), unit)
        return self._figures(kind, Decimal(low), Decimal(high), unit)

    def _days(self, low: int, high: int) -> _Pair:
        random, year = self._random, self._year
        month = random.randint(low, high)
        met = random.random() < 0.8
        done = min(month + (not met), 12)
        due = random.choice(_DUE).format(year=year, month=month)
        ended = random.choice(_ENDED).format(year=year, month=done)
        return Value("", due, ""), Value("", ended, ""), met

    def _figures(self, kind: str, low: Decimal, high: Decimal, unit: str) -> _Pair:
        random = self._random
        number = low + (high - low) * random.randint(0, 100) // 100
        met = random.random() < 0.75
        if kind == "money":
            actual = number if met else number + max(number // 10, Decimal(1))
            sign = "≤"
        elif number == 0:
            actual, sign, met = number, "=", True
        else:
            signs = ["=", "≥", "≥", ""] if kind == "count" else ["≥", "≥", "="]
            sign = random.choice(signs)
            actual = _done(random, sign, number, unit, met)
        shown = Value(self._sign(sign), self._number(number), unit)
        return shown, Value("", self._number(actual), unit), met

    def _sign(self, sign: str) -> str:
        if self._signs == "ascii":
            return {"≥": ">=", "≤": "<="}.get(sign, sign)
        if self._signs == "words" and sign:
            return str(self._random.choice(names.words()["sign_words"][sign]))
        if self._signs == "none" and self._random.random() < _ODD:
            return ""
        return sign

    def _number(self, number: Decimal) -> str:
        if self._values == "thousands":
            return f"{number:,}"
        return f"{number:.2f}" if self._values == "decimals" else plain(number)


def _range(random: Random, low: Decimal, high: Decimal, unit: str) -> _Pair:
    first = low + (high - low) * random.randint(1, 4) // 10
    last = first + (high - first) // 2
    between = random.choice(["-", "-", "~", "—", "至"])
    target = Value("", f"{plain(first)}{between}{plain(last)}", unit)
    return target, Value("", plain((first + last) // 2), unit), True


def _done(random: Random, sign: str, number: Decimal, unit: str, met: bool) -> Decimal:
    if not met:
        return number - max(number // 12, Decimal(1))
    if sign != "≥":
        return number
    done = number + random.choice([0, 1, 2])
    return done if unit != "%" else min(done, Decimal(100))
