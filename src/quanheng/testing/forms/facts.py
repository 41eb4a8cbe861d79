"""What a generated form is about: one true record (真实记录)."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from random import Random
from typing import Any, Final, TypeAlias

from quanheng.core.quantity import plain
from quanheng.office.plain_yaml import parse_yaml

_WEIGHTS: Final = {
    8: (10, 10, 15, 10, 5, 15, 15, 10),
    7: (15, 10, 15, 10, 15, 15, 10),
    6: (20, 10, 20, 10, 20, 10),
    5: (20, 20, 10, 30, 10),
    4: (30, 20, 30, 10),
}
"""Points of the rows of a form, 90 in all; the execution of the budget has ten."""
_HALF: Final = Decimal("0.5")
_Amounts: TypeAlias = tuple[Decimal, Decimal, Decimal]


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


@dataclass(frozen=True, slots=True)
class Facts:
    """A project with all that its form says (项目).

    Attributes:
        money: Amounts in 万元: initial, annual, spent of each source.
    """

    name: str
    year: int
    department: str
    unit: str
    goal: str
    result: str
    money: dict[str, tuple[str, str, str]]
    rate: str
    rate_score: str
    rows: tuple[Row, ...]
    total: str
    grade: str
    asides: dict[str, Any]


@cache
def vocabulary() -> dict[str, Any]:
    """The words that generated forms are made of."""
    text = files(__package__).joinpath("vocabulary.yaml").read_text("utf-8")
    found: dict[str, Any] = parse_yaml(text)
    return found


def drawn_facts(random: Random, values: str = "plain") -> Facts:
    """A record drawn at random.

    Args:
        random: The source of chance.
        values: The kind of value that many of its rows have: ``plain``, ``thousands``,
            ``words``, ``dashes``.
    """
    words = vocabulary()
    subject = random.choice(words["subjects"])
    place, year = random.choice(words["departments"]), random.randint(2020, 2025)
    picked = _picked(random, subject["indicators"])
    money, rate = _money(random)
    points = [str(weight) for weight in _WEIGHTS[len(picked)]]
    rows = tuple(
        _row(random, data, weight, values, words["reasons"], year)
        for data, weight in zip(picked, points, strict=True)
    )
    rate_score = plain(min(Decimal(10), (rate / 10).quantize(Decimal("0.01"))))
    total = sum((Decimal(row.score) for row in rows), Decimal(rate_score))
    return Facts(
        name=f"{year}年{subject['project']}"
        if random.random() < 0.3
        else subject["project"],
        year=year,
        department=place + subject["department"],
        unit=place + subject["unit"],
        goal=subject["goal"],
        result=subject["result"],
        money=money,
        rate=f"{plain(rate)}%",
        rate_score=rate_score,
        rows=rows,
        total=plain(total),
        grade=_grade(total),
        asides=words,
    )


def _picked(random: Random, indicators: list[Any]) -> list[Any]:
    """Some of the indicators, in their order."""
    number = random.choice(sorted(_WEIGHTS))
    kept = sorted(random.sample(range(len(indicators)), min(number, len(indicators))))
    return [indicators[place] for place in kept]


def _money(random: Random) -> tuple[dict[str, tuple[str, str, str]], Decimal]:
    """Initial, annual and spent of each source as text; the rate of execution."""
    fiscal = Decimal(random.randint(500, 90000)) / 100
    others = {
        "carryover": Decimal(random.choice([0, 0, random.randint(100, 9000)])) / 100,
        "other": Decimal(random.choice([0, 0, random.randint(100, 9000)])) / 100,
    }
    share = Decimal(random.choice([100, 100, random.randint(60, 99)])) / 100
    parts: dict[str, _Amounts] = {}
    for name, annual in {"fiscal": fiscal, **others}.items():
        initial = annual if random.random() < 0.6 else _cents(annual * Decimal("1.1"))
        parts[name] = (initial, annual, _cents(annual * share))
    initial, annual, spent = map(_sum, zip(*parts.values(), strict=True))
    total = initial, annual, spent
    every = {"total": total, **parts, **_by_level(random, parts["fiscal"])}
    texts = {
        name: (_amount(first), _amount(second), _amount(third))
        for name, (first, second, third) in every.items()
    }
    return texts, _cents(spent / annual * 100)


def _by_level(random: Random, fiscal: _Amounts) -> dict[str, _Amounts]:
    """The fiscal money by the level of government that gives it."""
    names = ("central", "provincial", "municipal", "county")
    first, second = sorted(random.sample(range(4), 2))
    share = random.choice([Decimal(1), Decimal(1), Decimal("0.6")])
    initial, annual, spent = fiscal
    ours = _cents(initial * share), _cents(annual * share), _cents(spent * share)
    none = Decimal()
    found: dict[str, _Amounts] = dict.fromkeys(names, (none, none, none))
    found[names[first]] = ours
    found[names[second]] = initial - ours[0], annual - ours[1], spent - ours[2]
    return found


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal())


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"))


def _amount(value: Decimal) -> str:
    return f"{value:.2f}"


def _row(
    random: Random,
    data: list[Any],
    weight: str,
    values: str,
    reasons: list[str],
    year: int,
) -> Row:
    level1, level2, name, kind, low, high, unit = data
    target, actual, met = _values(random, kind, low, high, unit, values, year)
    points = Decimal(weight)
    score = points if met else points - random.choice([_HALF, Decimal(1), Decimal(2)])
    reason = random.choice(reasons) if not met else random.choice(["", "", "无"])
    return Row(level1, level2, name, weight, target, actual, plain(score), reason)


def _values(
    random: Random, kind: str, low: Any, high: Any, unit: str, values: str, year: int
) -> tuple[Value, Value, bool]:
    """Target, result, and whether it is met."""
    if kind == "words" or (values == "words" and random.random() < 0.4):
        text = low if kind == "words" else random.choice(["达到预期", "完成", "良好"])
        return Value("", text, ""), Value("", text, ""), True
    if kind == "day":
        month = random.randint(int(low), int(high))
        met = random.random() < 0.8
        done = min(month + (not met), 12)
        due = Value("", f"{year}年{month}月底前", "")
        return due, Value("", f"{year}年{done}月", ""), met
    low, high = Decimal(low), Decimal(high)
    if kind == "range":
        first = low + (high - low) * random.randint(1, 4) // 10
        last = first + (high - first) // 2
        target = Value("", f"{plain(first)}-{plain(last)}", unit)
        return target, Value("", plain((first + last) // 2), unit), True
    number = low + (high - low) * random.randint(0, 100) // 100
    met = random.random() < 0.75
    if kind == "money":
        actual = number if met else number + max(number // 10, Decimal(1))
        return Value("≤", plain(number), unit), Value("", plain(actual), unit), met
    signs = ["=", "≥", "≥", ""] if kind == "count" else ["≥", "≥", "="]
    sign = random.choice(signs)
    if number == 0:
        return Value("=", "0", unit), Value("", "0", unit), True
    actual = _done(random, sign, number, unit, met)
    written = (lambda n: f"{n:,}") if values == "thousands" else plain
    return Value(sign, written(number), unit), Value("", written(actual), unit), met


def _done(random: Random, sign: str, number: Decimal, unit: str, met: bool) -> Decimal:
    if not met:
        return number - max(number // 12, Decimal(1))
    if sign != "≥":
        return number
    done = number + random.choice([0, 1, 2])
    return done if unit != "%" else min(done, Decimal(100))


def _grade(total: Decimal) -> str:
    for grade, least in (("优", 90), ("良", 80), ("中", 60)):
        if total >= least:
            return grade
    return "差"
