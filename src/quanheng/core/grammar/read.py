"""Parsing of one text into one value (解析)."""

import re
from decimal import Decimal
from typing import Final

from quanheng.core.expression import (
    Blank,
    Duration,
    Expression,
    Number,
    Several,
    Sign,
    Span,
    Unreadable,
    WhyNot,
    Wording,
)
from quanheng.core.grammar.amounts import Fault
from quanheng.core.grammar.cores import Core, cores_of
from quanheng.core.grammar.items import Item, item_of
from quanheng.core.grammar.normalise import is_empty_mark, normalised
from quanheng.core.grammar.signs import lead_of
from quanheng.core.grammar.units import unit_at
from quanheng.core.quantity import Dimension, Quantity, Unit

_LONGEST_VALUE: Final = 80
_FIGURES: Final = re.compile("[0-9]+")
_DOCUMENT: Final = re.compile(
    r"[〔〈《\[(【](?:19|20)[0-9]{2}[〕〉》\])】]第?[0-9]+号?"
    r"|(?:19|20)[0-9]{2}(?: 第?|年第)[0-9]+号"
    r"|[A-Z]{2,}(?:/[A-Z])?[0-9.]+-(?:19|20)[0-9]{2}"
)
_BRACKETED: Final = re.compile(r"\((?P<inner>[^()]+)\)")
_BARE: Final = re.compile("[0-9.,]+")
_MAYBE_DOCUMENT: Final = re.compile("[〔〈《【号-]")
_WHOLE_YEAR: Final = frozenset({"全年", "全年度", "整年", "一整年"})
_ONE_YEAR: Final = Quantity(Decimal(1), Unit("年", Dimension.MONTHS, "月", Decimal(12)))
_VAGUE: Final = re.compile(
    "(?P<share>[一二三四五六七八九十]+分之[一二三四五六七八九十]+)|十?几[十百千万亿]*|[数上近逾][十百千万亿]+|[百千万]余"
    "|[一二两三四五六七八九]{2}[十百千万亿]*"
)
_BOTH: Final = re.compile("(?:且|并且?|同时)?")
_FROM: Final = frozenset({Sign.AT_LEAST, Sign.MORE_THAN})
_UP_TO: Final = frozenset({Sign.AT_MOST, Sign.LESS_THAN})
_BETWEEN: Final = re.compile("≤[^0-9≤]*≤")


def read(text: str, year: int | None) -> Expression:
    """Understand a text; see :func:`quanheng.core.grammar.read_expression`."""
    plain = normalised(text)
    if is_empty_mark(plain):
        return Blank(text)
    if bracketed := _BRACKETED.fullmatch(plain):
        plain = bracketed["inner"]
        if _BARE.fullmatch(plain):  # a negative amount, a serial number, a remark
            return Unreadable(text, WhyNot.TWO_READINGS, f"({plain})")
    if _MAYBE_DOCUMENT.search(plain) and (number := _DOCUMENT.search(plain)):
        return Unreadable(text, WhyNot.DOCUMENT_NUMBER, number[0])
    if len(plain) > _LONGEST_VALUE:
        return _prose(text, plain)
    return _value(text, plain, year)


def _value(text: str, plain: str, year: int | None) -> Expression:
    cores = cores_of(plain, year)
    if isinstance(cores, Fault):
        return Unreadable(text, cores.why, cores.detail)
    return _of_cores(text, plain, cores) if cores else _without_value(text, plain)


def _without_value(text: str, plain: str) -> Expression:
    if plain in _WHOLE_YEAR:
        return Duration(text, _ONE_YEAR)
    vague = _VAGUE.search(plain)
    if vague and (vague["share"] or unit_at(plain, vague.end())):
        return Unreadable(text, WhyNot.VAGUE_NUMBER, vague[0])
    return Wording(text)


def _prose(text: str, plain: str) -> Expression:
    """A text too long to be a value: words, or figures in a sentence."""
    figures = _FIGURES.findall(plain)
    if not figures:
        return Wording(text)
    why = WhyNot.SEVERAL_NUMBERS if len(figures) > 1 else WhyNot.UNREAD_WORDS
    return Unreadable(text, why, figures[0])


def _of_cores(text: str, plain: str, cores: list[Core]) -> Expression:
    ends = [0, *(core.end for core in cores)]
    starts = [*(core.start for core in cores), len(plain)]
    between = [plain[end:start] for end, start in zip(ends, starts, strict=True)]
    items: list[Item] = []
    if len(cores) == 2 and (span := _limits(text, cores, between)):
        return span
    for index, core in enumerate(cores):
        raw = text if len(cores) == 1 else plain[core.start : core.end]
        after = between[index + 1]
        if index + 1 < len(cores):
            after = lead_of(after).words
        item = item_of(core, between[index], after, raw)
        if isinstance(item, Fault):
            why = item.why
            if why is WhyNot.UNREAD_WORDS and len(cores) > 1:
                why = WhyNot.SEVERAL_NUMBERS
            return Unreadable(text, why, item.detail)
        items.append(item)
    return items[0] if len(items) == 1 else _several(text, tuple(items), between)


def _limits(text: str, cores: list[Core], between: list[str]) -> Span | None:
    """90%≤x≤95%: one range written around a letter or name."""
    if between[0] or between[2] or not _BETWEEN.fullmatch(between[1]):
        return None
    first, last = (item_of(core, "", "", text) for core in cores)
    return _span_of(text, first, last)


def _several(text: str, items: tuple[Item, ...], between: list[str]) -> Expression:
    first, *others = items
    if isinstance(first, Number) and all(_is_same(first, other) for other in others):
        return Number(text, first.quantity, first.sign)
    if len(items) == 2 and _BOTH.fullmatch(lead_of(between[1]).words):
        return _between_signs(text, *items) or Several(text, items)
    return Several(text, items)


def _between_signs(text: str, low: Item, high: Item) -> Span | Unreadable | None:
    """≥90%且≤95% is one range; >5<10 would be one without its limits."""
    if not isinstance(low, Number) or not isinstance(high, Number):
        return None
    span = _span_of(text, low, high)
    if span is None or low.sign not in _FROM or high.sign not in _UP_TO:
        return None
    if (low.sign, high.sign) == (Sign.AT_LEAST, Sign.AT_MOST):
        return span
    return Unreadable(text, WhyNot.SEVERAL_SIGNS, f"{low.sign} {high.sign}")


def _is_same(first: Number, other: Item) -> bool:
    """Whether an amount is written twice: 人民币拾万元整（￥100,000.00）."""
    return (
        isinstance(other, Number)
        and first.sign is other.sign
        and first.quantity.unit.converts_to(other.quantity.unit)
        and first.quantity.unit.dimension is Dimension.MONEY
        and first.quantity.base_value == other.quantity.base_value
    )


def _span_of(text: str, low: Item | Fault, high: Item | Fault) -> Span | None:
    if not isinstance(low, Number) or not isinstance(high, Number):
        return None
    same = low.quantity.to(high.quantity.unit)
    if same is None or same.value > high.quantity.value:
        return None
    return Span(text, same, high.quantity)
