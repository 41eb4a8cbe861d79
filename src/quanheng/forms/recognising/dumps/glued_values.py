"""Values without a gap between them → each by itself (粘连的值)."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from quanheng.forms.recognising.judging.evidence import best

_NUMBER: Final = r"\d[\d,]*(?:\.\d+)?"
_UNIT: Final = (
    "百分比|万人次|人次|万元|亿元|万亩|平方米|立方米|公里|千米|公顷|场次|课时|万人|元/人|元/亩"
    "|[%％个人次家户元亩米件起期套台份项天吨颗所座处批篇名场辆支条只头本册]"
)
_SIGN: Final = r"[≥≤><＞＜=＝≧≦]=?|不少于|不低于|不超过|不高于|大于等于|小于等于"
_VALUE: Final = re.compile(
    rf"20\d\d年(?:\d{{1,2}}月(?:\d{{1,2}}日)?)?(?:底|末)?(?:之?前)?"
    rf"|(?:{_SIGN})?\s*{_NUMBER}(?:[-~—至]{_NUMBER})?"
    rf"(?:(?:{_UNIT})(?!\w*?指标)|[^\d\W]{{1,4}}(?=[\d≥≤=＝><]))?"
)
_TWICE: Final = re.compile(r"(.{2,}?)((?:.{2,16}))\2")
_REPEATED: Final = re.compile(r"(.{2,16})\1")
_SENTENCE: Final = re.compile(r"(.*[。；;])(.{2,})")
_FILLER: Final = re.compile(r"…+|\.{3,}")
_WORDED: Final = re.compile(
    r"(.{2,}?)((?:显著|明显|有效|持续|不断|逐步|进一步)*"
    r"(?:提升|提高|改善|增强|增加|加强|良好|较好|长远|及时|合规|达标))"
)
_AMOUNT: Final = re.compile(r"(?:0|[1-9]\d*)(?:\.\d{1,2})?")
_FIGURES: Final = re.compile(r"[\d.]{2,60}%?[\d.]{0,8}")
_AMOUNTS: Final = (
    re.compile(r"\d+\.\d\d"),
    re.compile(r"0|[1-9]\d*"),
    _AMOUNT,
)
"""Amounts of a row have the same number of decimals, most often."""
_PLAIN: Final = re.compile(
    r"\d{1,3}(?:,\d{3})*\.\d\d(?:万元|元)?|[—-]+|\d+(?:\.\d+)?(?:万元|元|%)"
)
_FEWEST_AMOUNTS: Final = 2
_WEIGHT_AND_SCORE: Final = 2
_MOST_POINTS: Final = 100
_MOST_WAYS: Final = 2000
_NEARLY: Final = Decimal("0.02")


def row_values(text: str, heads: Sequence[str], *, is_total: bool) -> list[str]:
    """The values of rows, none of them a name of a class."""
    parts: list[str] = []
    number = 0
    for match in _VALUE.finditer(text):
        if match.start() > number:
            parts += _texts(text[number : match.start()])
        parts.append(match[0])
        number = match.end()
    if number < len(text):
        parts += _texts(text[number:], last=not parts)
    return list(_points(list(_halved(parts)), heads, is_total=is_total))


def _texts(text: str, *, last: bool = False) -> Iterator[str]:
    """A run of words: what was said about a row ends with a sentence."""
    if match := _SENTENCE.fullmatch(text):
        yield match[1]
        text = match[2]
    if match := _FILLER.search(text):
        yield from filter(None, (text[: match.start()], match[0], text[match.end() :]))
    elif match := _REPEATED.fullmatch(text):
        yield from (match[1], match[1])
    elif match := _TWICE.fullmatch(text):
        yield from (match[1], match[2], match[2])
    elif last and (match := _WORDED.fullmatch(text)):
        yield from match.groups()
    else:
        yield text


def _halved(parts: Sequence[str]) -> Iterator[str]:
    """Points before a value, where the same value stands again: 1020万元 20万元."""
    for part, after in pairwise([*parts, ""]):
        size = len(after)
        cut = len(part) - size
        if after and 0 < cut <= 3 and part.endswith(after) and part[:cut].isdigit():
            yield part[:cut]
            yield after
        else:
            yield part


def _points(
    parts: Sequence[str], heads: Sequence[str], *, is_total: bool
) -> Iterator[str]:
    """Points and score behind each other: 1514.5."""
    names = [found[0] for head in heads if (found := best("indicator", head))]
    beside = any(pair == ("weight", "score") for pair in pairwise(names))
    before = ""
    for part in parts:
        ends = before[-1:].isalpha() or before[-1:] in ("%", "％")
        ways = list(_pairs(part)) if is_total or (beside and ends) else []
        if len(ways) == 1:
            yield from ways[0]
        else:
            yield part
        before = part


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Two figures of which the second is no more than the first, nor far less."""
    for cut in range(1, min(len(text), 4)):
        first, second = text[:cut], text[cut:]
        if not first.isdigit() or not _AMOUNT.fullmatch(second) or first[0] == "0":
            continue
        if Decimal(first) / 2 <= Decimal(second) <= Decimal(first) <= 100:
            yield first, second


def money_values(text: str, heads: Sequence[str]) -> list[str]:
    """The figures of a row of money; together where they may be cut in two ways."""
    kinds = [_kind(head) for head in heads]
    if "%" not in text:
        kinds = [kind for kind in kinds if kind == "amount"]
    if not _FIGURES.fullmatch(text):
        parts = [match[0] for match in _PLAIN.finditer(text)]
        return parts if "".join(parts) == text else [text]
    for amount in _AMOUNTS:
        for count in range(len(kinds), 1, -1):
            ways = list(_ways(text, kinds[:count], amount))
            if len(ways) == 1:
                return ways[0]
            if ways:
                return [text]
    return [text]


def _kind(head: str) -> str:
    found = best("budget_row", head)
    if found:
        return "rate" if found[0].endswith("_rate") else "amount"
    return "points"


def _ways(
    text: str, kinds: Sequence[str], amount: re.Pattern[str]
) -> Iterator[list[str]]:
    """The ways to cut figures so that their sum holds; two of none where too many."""
    for tried, way in enumerate(_cuts(text, kinds, amount)):
        if tried > _MOST_WAYS:
            yield from ([], [])
            return
        if _holds(way, kinds):
            yield way


def _cuts(
    text: str, kinds: Sequence[str], amount: re.Pattern[str]
) -> Iterator[list[str]]:
    if not kinds:
        if not text:
            yield []
        return
    pattern = amount if kinds[0] == "amount" else _AMOUNT
    mark = "%" if kinds[0] == "rate" and "%" in text else ""
    for end in range(1, len(text) + 1):
        figure = text[:end]
        if not pattern.fullmatch(figure) or not text.startswith(mark, end):
            continue
        if kinds[0] == "points" and Decimal(figure) > _MOST_POINTS:
            continue
        for others in _cuts(text[end + len(mark) :], kinds[1:], amount):
            yield [figure + mark, *others]


def _holds(way: Sequence[str], kinds: Sequence[str]) -> bool:
    """Whether the rate is what the last two amounts make it, and the points suit it."""
    told = [Decimal(part.rstrip("%")) for part in way]
    of = {
        kind: [n for n, k in zip(told, kinds, strict=True) if k == kind]
        for kind in ("amount", "rate", "points")
    }
    amounts, rates, points = of["amount"], of["rate"], of["points"]
    if len(amounts) < _FEWEST_AMOUNTS:
        return not rates
    *_, annual, spent = amounts
    if not rates:
        return len(set(amounts)) == 1
    if annual <= 0 or abs(spent / annual * 100 - rates[0]) > _NEARLY:
        return False
    return len(points) != _WEIGHT_AND_SCORE or _suit(points[0], points[1], rates[0])


def _suit(weight: Decimal, score: Decimal, rate: Decimal) -> bool:
    """Whether a score is about the share of its points that the rate gives."""
    due = weight * min(rate, Decimal(100)) / 100
    return weight > 0 and weight == int(weight) and abs(score - due) < weight / 10
