"""Text whose cells stand side by side without a gap → its cells (粘连文本)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.forms.labels import LABEL_GROUPS, label_at, meaning
from quanheng.forms.recognising.dumps.glued_values import money_values, row_values
from quanheng.language.folding import folded

LEAST_LENGTH: Final = 60
"""Shorter words are cells of their own."""
_LONGEST: Final = 30_000
_LEAST_LABELS: Final = 6
_LONG_LABEL: Final = 4
"""Shorter labels turn up inside values; they count behind another label only."""
_LONGEST_LABEL: Final = 24
_LEAST_HEADS: Final = 3
_TITLE: Final = re.compile(
    r".{2,60}?(?:自评表|目标表|申报表|评价表|监控表|批复表|自评报告)"
    r"(?=[（(]|20\d\d|[^，。的和中按])"
)
_YEAR: Final = re.compile(r"[（(]?\s*20\d\d\s*年度?\s*[）)]?")
_TAIL: Final = re.compile(r"(?:[（(][^（()）]{0,20}[)）])*[:：]?")
"""What belongs to a label that stands before it."""
_TOTAL: Final = re.compile(r"(?:总分|合计|总计)(?=\d)")
_FOOT: Final = re.compile(r"注[:：]|说明[:：]|填报人|负责人|联系电话")
_MONEY: Final = ("budget_row", "budget_column")
_HEADS: Final = frozenset(("indicator", "indicator_block", "budget_row"))
"""Groups of labels that stand side by side; among them short ones are labels."""
_SHORTEST: Final = 2
_WHOLE: Final = ("head", "budget_row", "budget_column", "goal", "indicator")
_OF_WHICH: Final = re.compile("其中[:：]?$")


def cut_glued(text: str) -> list[str]:
    """The pieces of a long word, the word itself where it holds too few labels."""
    if len(text) > _LONGEST:
        return [text]
    cutter = _Cutter(text)
    pieces = list(cutter.pieces())
    is_form = cutter.is_below and cutter.labels >= _LEAST_LABELS
    return pieces if is_form else [text]


def _plain(text: str) -> str:
    """A text in plain signs, each at its place."""
    signs = (folded(sign) for sign in text)
    return "".join(a if len(a) == 1 else b for a, b in zip(signs, text, strict=True))


def _longest(window: str, least: int) -> tuple[int, list[str]]:
    """The longest label at the beginning of a text, and the groups that know it."""
    for length in range(len(window), least, -1):
        known = [group for group in _WHOLE if meaning(group, window[:length])]
        if known and window[length - 1] >= "一":
            return length, known
    return least, []


class _Cutter:
    """Cuts a text at its labels; below the heads of indicators only at classes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = _plain(text)
        self.labels = 0
        self.heads: list[str] = []
        self.money: list[str] = []
        self.group = ""

    def pieces(self) -> Iterator[str]:
        """The pieces, in order."""
        number = value = 0
        for part in self._front():
            yield part
            number += len(part)
        value = number
        while number < len(self.text):
            group, end = self._label(number, follows=value == number)
            if not group:
                number += 1
                continue
            if match := _OF_WHICH.search(self.text[max(value, number - 3) : number]):
                number -= len(match[0])
            if value < number:
                yield from self._values(self.text[value:number])
                self._leave(group)
            yield self.text[number:end]
            if group == "foot":
                yield self.text[end:]
                return
            self._note(group, self.text[number:end])
            number = value = end
        if value < len(self.text):
            yield from self._values(self.text[value:])

    def _front(self) -> Iterator[str]:
        number = 0
        for pattern in (_TITLE, _YEAR):
            if match := pattern.match(self.plain, number):
                yield match[0]
                number = match.end()

    @property
    def is_below(self) -> bool:
        return len(self.heads) >= _LEAST_HEADS

    def _label(self, number: int, *, follows: bool) -> tuple[str, int]:
        """The group and end of the longest label that begins at a place."""
        if self.is_below:
            return self._class(number, follows=follows)
        window = self.plain[number : number + _LONGEST_LABEL]
        found = {group: label_at(group, window, 0) for group in LABEL_GROUPS}
        in_head = follows and self.group in _HEADS
        least = _SHORTEST if in_head else _LONG_LABEL
        if max(found.values()) < least:
            return "", number
        length, known = _longest(window, max(found.values()))
        known = known or [name for name in found if found[name] == length]
        if length < _LONG_LABEL and not _HEADS & set(known):
            return "", number
        # Of the groups that know it, the one that the label before it is of.
        group = self.group if self.group in known else known[0]
        tail = _TAIL.match(self.plain, number + length)
        return group, tail.end() if tail else number + length

    def _class(self, number: int, *, follows: bool) -> tuple[str, int]:
        if match := _TOTAL.match(self.plain, number):
            return "total_row", match.end()
        if match := _FOOT.match(self.plain, number):
            return "foot", match.end()
        if follows and (length := label_at("indicator", self.plain, number)) > 1:
            return "indicator", number + length
        length = label_at("category", self.plain, number)
        if length < _LONG_LABEL:
            return "", number
        tail = _TAIL.match(self.plain, number + length)
        return "category", tail.end() if tail else number + length

    def _note(self, group: str, label: str) -> None:
        self.labels += 1
        self.group = group
        if group == "budget_row" or (self.money and group == "indicator"):
            self.money.append(label)
        elif group == "indicator":
            self.heads.append(label)

    def _leave(self, group: str) -> None:
        """A value ends the heads that stand before it, if they were too few."""
        if group == "indicator" and not self.is_below:
            self.heads.clear()
        if group not in _MONEY:
            self.money.clear()

    def _values(self, text: str) -> Sequence[str]:
        if self.is_below:
            return row_values(text, self.heads, is_total=self.group == "total_row")
        if self.group == "budget_column" and self.money:
            return money_values(text, self.money)
        return [text]
