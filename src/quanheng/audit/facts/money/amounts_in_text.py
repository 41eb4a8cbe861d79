"""Budget amounts in the narrative (正文金额)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from quanheng.core.budget import MONEY_FACTORS, BudgetRow
from quanheng.core.field import Field
from quanheng.core.report import Chapter, Project
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.budget.stated_rates import decimals_in

AMOUNT_NAMES = "words.amount_names"
UNIT_COST = "words.unit_cost"
FACTOR = "self_evaluation.unit_confusion_factor"
MARGIN = "self_evaluation.unit_confusion_margin"

_AMOUNT: Final = (
    r"(?P<gap>[^，。；：、,;:\d（）()]{0,6})"
    r"(?P<amount>(?P<number>\d[\d,，]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|千元|元))(?![/／每])"
)


@dataclass(frozen=True, slots=True)
class TextAmount:
    """An amount in the text that a word assigns to a budget row (正文金额).

    Attributes:
        field: The paragraph.
        row: The row it is about.
        words: The text from that word to the amount: 全年预算10万元.
        written: The amount as written: 10万元.
        amount: In 元.
        precision: Half of its last written place in 元: 500 for 10.0万元.
    """

    field: Field
    row: BudgetRow
    words: str
    written: str
    amount: Decimal
    precision: Decimal


def amounts_in_text(project: Project, law: Law) -> Iterator[TextAmount]:
    """The amounts that chapters one to three assign to a budget row.

    Unit costs (单价60元) are not budget amounts.
    """
    groups = law.word_groups(AMOUNT_NAMES)
    pattern = _pattern(tuple((name, tuple(words)) for name, words in groups.items()))
    unit_costs = law.words(UNIT_COST)
    chapters = (Chapter.BASICS, Chapter.PERFORMANCE, Chapter.ANALYSIS)
    for field in project.paragraphs(*chapters):
        if "元" not in field.raw:
            continue
        for match in pattern.finditer(field.raw):
            if not any_of(unit_costs, match["gap"]):
                yield _text_amount(field, match, groups)


def times(one: Decimal, other: Decimal) -> Decimal:
    """How many times the smaller of two amounts is in the larger (倍数)."""
    return max(one / other, other / one)


def is_unit_confused(one: Decimal, other: Decimal, law: Law) -> bool:
    """Whether one amount is the other with 元 taken for 万元, as the margin allows."""
    if not one or not other:
        return False
    return abs(times(one, other) / law.number(FACTOR) - 1) <= law.number(MARGIN)


def _text_amount(
    field: Field, match: re.Match[str], groups: Mapping[str, tuple[str, ...]]
) -> TextAmount:
    row = next(name for name, words in groups.items() if match["name"] in words)
    number = Decimal(match["number"].replace(",", "").replace("，", ""))
    factor = MONEY_FACTORS[match["unit"]]
    last_place = Decimal(1).scaleb(-decimals_in(number))
    return TextAmount(
        field=field,
        row=BudgetRow(row),
        words=match.group(),
        written=match["amount"],
        amount=number * factor,
        precision=last_place * factor / 2,
    )


@lru_cache(maxsize=8)
def _pattern(groups: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    words = sorted((w for _, group in groups for w in group), key=len, reverse=True)
    return re.compile(f"(?P<name>{'|'.join(map(re.escape, words))}){_AMOUNT}")
