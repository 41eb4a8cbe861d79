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
from quanheng.testing.forms import names
from quanheng.testing.forms.layout import Layout
from quanheng.testing.forms.values import DrawnRows, Row

_WEIGHTS: Final = {
    8: (10, 10, 15, 10, 5, 15, 15, 10),
    7: (15, 10, 15, 10, 15, 15, 10),
    6: (20, 10, 20, 10, 20, 10),
    5: (20, 20, 10, 30, 10),
    4: (30, 20, 30, 10),
}
"""Points of the rows of a form, 90 in all; the execution of the budget has ten."""
_TOLD: Final = 0.4
"""Share of forms about a subject that is told whole."""
_Amounts: TypeAlias = tuple[Decimal, Decimal, Decimal]


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


def drawn_facts(random: Random, layout: Layout) -> Facts:
    """A record drawn at random, its values and names in the way of a layout."""
    year = random.randint(2019, 2026)
    money, rate = _money(random)
    subject = _subject(random, year)
    picked = subject["indicators"]
    drawing = DrawnRows(random, layout, year, vocabulary()["reasons"])
    rows = drawing.rows(picked, _WEIGHTS[len(picked)])
    rate_score = plain(min(Decimal(10), (rate / 10).quantize(Decimal("0.01"))))
    total = sum((Decimal(row.score) for row in rows), Decimal(rate_score))
    return Facts(
        name=subject["project"],
        year=year,
        department=subject["department"],
        unit=subject["unit"],
        goal=subject["goal"],
        result=subject["result"],
        money=money,
        rate=f"{plain(rate)}%",
        rate_score=rate_score,
        rows=rows,
        total=plain(total),
        grade=_grade(total),
        asides=vocabulary(),
    )


def _subject(random: Random, year: int) -> dict[str, Any]:
    """What a project is about: a told one, or one with names made of parts."""
    told: dict[str, Any] = random.choice(vocabulary()["subjects"])
    number = random.choice(sorted(_WEIGHTS))
    if random.random() < _TOLD:
        place = random.choice(vocabulary()["departments"])
        prefix = f"{year}年" if random.random() < 0.3 else ""
        return told | {
            "department": place + told["department"],
            "unit": place + told["unit"],
            "project": prefix + told["project"],
            "indicators": _picked(random, told["indicators"], number),
        }
    department, unit = names.organisations(random)
    return told | {
        "department": department,
        "unit": unit,
        "project": names.project_name(random, year),
        "indicators": names.indicators(random, number),
    }


def _picked(random: Random, indicators: list[Any], number: int) -> list[Any]:
    """Some of the indicators, in their order."""
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


def _grade(total: Decimal) -> str:
    for grade, least in (("优", 90), ("良", 80), ("中", 60)):
        if total >= least:
            return grade
    return "差"
