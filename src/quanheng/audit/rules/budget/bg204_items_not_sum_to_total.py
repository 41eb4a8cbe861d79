import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.money.amount_lists import AmountList, amount_list
from quanheng.audit.facts.money.amounts_in_text import AMOUNT_NAMES, UNIT_COST
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import MONEY_FACTORS
from quanheng.core.quantity import plain
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, amount_tolerance

OTHER_AMOUNTS: Final = "words.other_amounts"
PARTIAL: Final = "words.partial_lists"
_AND_SO_ON: Final = "等"

_SENTENCE: Final = re.compile(r"[^。；;\n]+")


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
    """The items of a list (分项支出) do not add up to its stated total.

    Why it matters:
        An item is missing, counted twice or mistyped, and nobody can tell which.

    What it leaves alone:
        Lists that are only a part (其中, 主要, 等), unless the part exceeds the whole;
        unit prices and amounts in words; amounts that are rows of the budget table
        (到位, 支出, 结余); differences within the last place written; a single item.

    Catalogue:
        Only sentences are checked, as a report does not keep its tables of details.
    """
    for field in dossier.project.prose():
        if "元" not in field.raw:
            continue
        for sentence in _SENTENCE.findall(field.raw):
            found = amount_list(sentence)
            if found is None or _is_partial(found, dossier.law):
                continue
            if _gap(found) > amount_tolerance(dossier.law) + _slack(found):
                yield Hit.on(field, _says(found))


def _sum(found: AmountList) -> Decimal:
    return sum((item.value for item in found.items), Decimal(0))


def _gap(found: AmountList) -> Decimal:
    """How far the sum is off; a part (其中) may only not exceed the whole."""
    over = _sum(found) - found.total.value
    return over if found.part is not None else abs(over)


def _slack(found: AmountList) -> Decimal:
    """The difference that rounding to the last written places allows."""
    return sum((one.place for one in (*found.items, found.total)), Decimal(0)) / 2


def _says(found: AmountList) -> dict[str, object]:
    unit = found.total.unit

    def in_unit(amount: Decimal) -> Words:
        zh = f"{plain(amount / MONEY_FACTORS[unit])}{unit}"
        return Words(zh, f"{plain(amount)} yuan")

    return {
        "count": len(found.items),
        "sum": in_unit(_sum(found)),
        "total": in_unit(found.total.value),
        "difference": in_unit(abs(_sum(found) - found.total.value)),
    }


def _is_partial(found: AmountList, law: Law) -> bool:
    """Whether the list is a part, or its amounts are of another kind."""
    budget_rows = tuple(
        w for words in law.word_groups(AMOUNT_NAMES).values() for w in words
    )
    return (
        _AND_SO_ON in found.listed
        or any_of(law.words(PARTIAL), found.opening)
        or any_of(budget_rows, found.names)
        or any_of(law.words(UNIT_COST), found.sentence)
        or any_of(law.words(OTHER_AMOUNTS), found.whole)
        or "元" in found.sentence[found.end :]
    )
