"""Lists of amounts with their total in a sentence (分项与总额).

A sentence is read in linear time, however long it is: its amounts in order, then the
runs of amounts that are items of one list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from quanheng.core.budget import MONEY_FACTORS

_AMOUNT: Final = re.compile(
    r"(?<![\d,.])(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>亿元|万元|千元|元)(?![／/每])"
)
_NAME: Final = re.compile(r"[^，。；：、,;:\d（）()]{2,20}")
_NAME_BEFORE: Final = re.compile(r"[^，。；：、,;:\d（）()]{2,20}\Z")
_NEXT_NAME: Final = re.compile(r"[、，,][^，。；：、,;:\d（）()]{2,20}")
_LONGEST_NAME: Final = 20
_LINKS: Final = (
    re.compile(r"\s*[：:]\s*"),
    re.compile(r"\s*[，,]?\s*(?:具体|分项|明细)(?:支出)?(?:为|是|如下)?[：:]?\s*"),
    re.compile(r"\s*[，,]?\s*分别(?:用于|为|是)[：:]?\s*"),
    re.compile(r"\s*(?P<part>[：:，,]?\s*其中[：:，,]?)\s*"),
)
"""The text between a total and the items after it."""
_TOTAL_MARK: Final = re.compile(
    r"[，,、]?\s*(?:合计|共计|总计)(?:支出|金额)?(?:为|是)?\s*"
)
_END: Final = re.compile(r"[^。；;\n]{0,2}")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money in a sentence (金额)."""

    start: int
    end: int
    number: str
    unit: str

    @property
    def value(self) -> Decimal:
        """In 元."""
        return Decimal(self.number.replace(",", "")) * MONEY_FACTORS[self.unit]

    @property
    def place(self) -> Decimal:
        """The last written decimal place in 元, zero for whole numbers."""
        exponent = int(Decimal(self.number.replace(",", "")).as_tuple().exponent)
        one = Decimal(1).scaleb(exponent) * MONEY_FACTORS[self.unit]
        return one if exponent < 0 else Decimal(0)


@dataclass(frozen=True, slots=True)
class AmountList:
    """Items with the total stated before or after them (分项).

    Attributes:
        sentence: Their sentence.
        total: The stated total.
        items: The items in order, two at least.
        start: Where the items begin, the name of the first included.
        end: Where items and total end, with up to two characters after items.
        part: Position of the 其中 that makes the items a part, else None.
    """

    sentence: str
    total: Amount
    items: Sequence[Amount]
    start: int
    end: int
    part: int | None = None

    @property
    def whole(self) -> str:
        """Items and total as written."""
        return self.sentence[min(self.start, self.total.start) : self.end]

    @property
    def names(self) -> str:
        """The items without their amounts."""
        ends = [self.start, *(item.end for item in self.items)]
        pairs = zip(ends, self.items, strict=False)
        return "".join(self.sentence[end : item.start] for end, item in pairs)

    @property
    def written(self) -> str:
        """The items as written."""
        return self.sentence[self.start : self.items[-1].end]

    @property
    def listed(self) -> str:
        """The items with the characters after them, unless the total follows."""
        last = self.items[-1].end
        behind = "" if self.total.start > last else self.sentence[last : self.end]
        return self.written + behind

    @property
    def opening(self) -> str:
        """The sentence up to the end of the list, without the 其中 that opens it."""
        if self.part is None:
            return self.sentence[: self.end]
        return self.sentence[: self.part] + self.written


def amount_list(sentence: str) -> AmountList | None:
    """The first list of a sentence with its total, None without one."""
    amounts = [
        Amount(m.start(), m.end(), m["number"], m["unit"])
        for m in _AMOUNT.finditer(sentence)
    ]
    runs = _runs(sentence, amounts)
    first = next(_totals_first(sentence, amounts, runs), None)
    return first or next(_totals_last(sentence, amounts, runs), None)


def _runs(sentence: str, amounts: Sequence[Amount]) -> list[int]:
    """For each amount, the index of the last item of its list."""
    ends = list(range(len(amounts)))
    for number in reversed(ends[:-1]):
        one, other = amounts[number : number + 2]
        if _NEXT_NAME.fullmatch(sentence, one.end, other.start):
            ends[number] = ends[number + 1]
    return ends


def _totals_first(
    sentence: str, amounts: Sequence[Amount], runs: Sequence[int]
) -> Iterator[AmountList]:
    for number, total in enumerate(amounts[:-2]):
        first, last = number + 1, runs[number + 1]
        for link in _LINKS:
            match = link.match(sentence, total.end)
            if last == first or match is None:
                continue
            if not _NAME.fullmatch(sentence, match.end(), amounts[first].start):
                continue
            part = match.start("part") if "part" in link.groupindex else None
            end = _END.match(sentence, amounts[last].end)
            items = amounts[first : last + 1]
            stop = end.end() if end else amounts[last].end
            yield AmountList(sentence, total, items, match.end(), stop, part)


def _totals_last(
    sentence: str, amounts: Sequence[Amount], runs: Sequence[int]
) -> Iterator[AmountList]:
    begin = 0
    while begin < len(amounts):
        last = runs[begin]
        first, start = _first_item(sentence, amounts, begin)
        for number in range(min(last, len(amounts) - 2), first, -1):
            total = amounts[number + 1]
            if _TOTAL_MARK.fullmatch(sentence, amounts[number].end, total.start):
                items = amounts[first : number + 1]
                yield AmountList(sentence, total, items, start, total.end)
        begin = last + 1


def _first_item(
    sentence: str, amounts: Sequence[Amount], begin: int
) -> tuple[int, int]:
    """The first amount of a run that has a name, and where the name begins."""
    end = amounts[begin].start
    window = max(0, end - _LONGEST_NAME)
    if match := _NAME_BEFORE.search(sentence, window, end):
        return begin, match.start()
    return begin + 1, amounts[begin].end + 1
