"""Chinese narrative cut into sentences, clauses and numbered items (分句与列项)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_SENTENCE: Final = re.compile(r"[^。；;！？!?\n]+")
_CLAUSE: Final = re.compile(r"[^。；;！？!?\n，,：:]+")
_NUMERALS: Final = "一二三四五六七八九十"
_MARKS: Final = tuple(
    re.compile(rf"(?:(?<=[\s。；;：:，,])|^)(?:{pattern})", re.MULTILINE)
    for pattern in (
        rf"([{_NUMERALS}]{{1,2}})是(?!否)",
        rf"[（(]\s*([{_NUMERALS}]{{1,2}}|\d{{1,2}})\s*[)）][.．、]?",
        rf"第([{_NUMERALS}]{{1,2}})[，,、]",
        rf"([{_NUMERALS}]{{1,2}})、",
        r"(\d{1,2})[.．、](?!\d)",
        r"(\d{1,2})[)）]",
        r"([①-⑳])",
    )
)
_FIRST: Final = frozenset({"一", "1", "①"})


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of an enumeration in running text (列项).

    Attributes:
        number: Its number as written: 三, 3, ③.
        text: What it says, its number and the final mark left out.
    """

    number: str
    text: str

    @property
    def head(self) -> str:
        """Its first sentence, which names it."""
        return next(sentences(self.text), self.text)


def sentences(text: str) -> Iterator[str]:
    """The sentences, their final marks left out (句)."""
    return _parts(_SENTENCE, text)


def clauses(text: str) -> Iterator[str]:
    """The clauses between any two marks but 、 (分句)."""
    return _parts(_CLAUSE, text)


def items(text: str) -> tuple[Item, ...]:
    """The entries of the enumeration that a text holds (一是…二是…).

    The first way of numbering that begins with one and goes on is followed;
    empty where there is none.
    """
    for mark in _MARKS:
        found = list(mark.finditer(text))
        if len(found) >= 2 and found[0][1] in _FIRST:
            ends = [match.start() for match in found[1:]] + [len(text)]
            return tuple(
                Item(match[1], text[match.end() : end].strip(" \t\n，,；;。、"))
                for match, end in zip(found, ends, strict=True)
            )
    return ()


def unnumbered(text: str) -> str:
    """A text without the number that it begins with: 一是, （2）, 3. (去序号)."""
    for mark in _MARKS:
        if match := mark.match(text):
            return text[match.end() :]
    return text


def _parts(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    for match in pattern.finditer(text):
        if part := match[0].strip():
            yield part
