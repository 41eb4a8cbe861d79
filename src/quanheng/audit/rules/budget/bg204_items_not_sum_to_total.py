"""BG204 items-not-sum-to-total (分项支出合计不等于总支出)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.amounts_in_text import AMOUNT_NAMES, UNIT_COST
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import MONEY_FACTORS
from quanheng.core.quantity import plain
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.budget_sums import AMOUNT_TOLERANCE, amount_tolerance

OTHER_AMOUNTS: Final = "words.other_amounts"
PARTIAL: Final = "words.partial_lists"
_AND_SO_ON: Final = "等"

_AMOUNT: Final = r"(\d[\d,]*(?:\.\d+)?)\s*(亿元|万元|千元|元)(?![/／每])"
_MONEY: Final = re.compile(_AMOUNT)
_ITEMS: Final = (
    rf"[^，。；：、,;:\d（）()]{{2,20}}?{_AMOUNT}"
    rf"(?:[、，,][^，。；：、,;:\d（）()]{{2,20}}?{_AMOUNT})+"
)
_TOTAL_FIRST: Final = re.compile(
    rf"(?P<total>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|千元|元)\s*"
    rf"(?:[：:]|[，,]?\s*(?:具体|分项|明细)(?:支出)?(?:为|是|如下)?[：:]?"
    rf"|[，,]?\s*分别(?:用于|为|是)[：:]?|(?P<part>[：:，,]?\s*其中[：:，,]?))\s*"
    rf"(?P<items>{_ITEMS})(?P<end>[^。；;\n]{{0,2}})"
)
_TOTAL_LAST: Final = re.compile(
    rf"(?P<items>{_ITEMS})[，,、]?\s*(?:合计|共计|总计)(?:支出|金额)?(?:为|是)?\s*"
    rf"(?P<total>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|千元|元)(?P<end>)"
)
_SENTENCE: Final = re.compile(r"[^。；;\n]+")


@dataclass(frozen=True, slots=True)
class _List:
    """A list of items with its stated total, in 元."""

    total: Decimal
    items: tuple[Decimal, ...]
    factor: Decimal
    unit: str
    slack: Decimal
    is_part: bool

    @property
    def sum(self) -> Decimal:
        return sum(self.items, Decimal(0))

    @property
    def gap(self) -> Decimal:
        """How far it is off; a part (其中) may fall short and not exceed the whole."""
        over = self.sum - self.total
        return over if self.is_part else abs(over)

    def shown(self, amount: Decimal) -> Words:
        zh = f"{plain(amount / self.factor)}{self.unit}"
        return Words(zh, f"{plain(amount)} yuan")


@rule(
    code="BG204",
    name="items-not-sum-to-total",
    title=Words("分项支出合计不等于总支出", "Items do not add up to the stated total"),
    message=Words(
        "所列{count}项支出合计{sum}，与总额{total}相差{difference}，应核对",
        "the {count} items listed add up to {sum}, which is {difference} off the "
        "total of {total}",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "一般做法"),),
    law=(AMOUNT_TOLERANCE, AMOUNT_NAMES, UNIT_COST, OTHER_AMOUNTS, PARTIAL),
)
def items_not_sum_to_total(dossier: Dossier) -> Iterator[Answer]:
    """The items of a list (分项支出) do not add up to the total stated beside them.

    Why it matters:
        An item is missing, counted twice or mistyped, and nobody can tell which.

    What it leaves alone:
        Lists that are only a part (其中, 主要, 等), unless the part exceeds the whole;
        unit prices and amounts in words;
        amounts that are rows of the budget table (到位, 支出, 结余); differences within
        the last place written; a single item.

    Catalogue:
        Tables of details are not kept by the model, so the sentences speak.
    """
    for field in dossier.project.prose():
        if "元" not in field.raw:
            continue
        for sentence in _SENTENCE.findall(field.raw):
            found = _list(sentence, dossier.law)
            if found and found.gap > amount_tolerance(dossier.law) + found.slack:
                yield Hit(
                    at=field.at,
                    quote=field.raw,
                    says={
                        "count": len(found.items),
                        "sum": found.shown(found.sum),
                        "total": found.shown(found.total),
                        "difference": found.shown(abs(found.sum - found.total)),
                    },
                )


def _list(sentence: str, law: Law) -> _List | None:
    match = _TOTAL_FIRST.search(sentence) or _TOTAL_LAST.search(sentence)
    if match is None or _is_partial(sentence, match, law):
        return None
    found = _MONEY.findall(match["items"])
    amounts = tuple(_amount(number, unit) for number, unit in found)
    total = _amount(match["total"], match["unit"])
    places = [_place(n, unit) for n, unit in [*found, (match["total"], match["unit"])]]
    slack = sum(places, Decimal(0)) / 2
    unit = match["unit"]
    is_part = match.groupdict().get("part") is not None
    return _List(total, amounts, MONEY_FACTORS[unit], unit, slack, is_part)


def _is_partial(sentence: str, match: re.Match[str], law: Law) -> bool:
    """Whether the list is a part, or its amounts are of another kind."""
    listed = match["items"] + match["end"]
    budget_rows = tuple(
        w for words in law.word_groups(AMOUNT_NAMES).values() for w in words
    )
    return (
        _AND_SO_ON in listed
        or any_of(law.words(PARTIAL), _without_part(sentence, match))
        or any_of(budget_rows, _MONEY.sub("", match["items"]))
        or any_of(law.words(UNIT_COST), sentence)
        or any_of(law.words(OTHER_AMOUNTS), match.group())
        or "元" in sentence[match.end() :]
    )


def _without_part(sentence: str, match: re.Match[str]) -> str:
    """The sentence up to the end of the list, but for the 其中 that opens it."""
    if match.groupdict().get("part") is None:
        return sentence[: match.end()]
    return sentence[: match.start("part")] + match["items"]


def _amount(number: str, unit: str) -> Decimal:
    return Decimal(number.replace(",", "")) * MONEY_FACTORS[unit]


def _place(number: str, unit: str) -> Decimal:
    """One of the last written place in 元, nothing for whole numbers."""
    exponent = int(Decimal(number.replace(",", "")).as_tuple().exponent)
    return (
        Decimal(1).scaleb(exponent) * MONEY_FACTORS[unit]
        if exponent < 0
        else Decimal(0)
    )
