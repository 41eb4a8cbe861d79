"""Lines → pieces of text, broken labels put together again (词块)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.core.field import Field
from quanheng.core.source import Source
from quanheng.forms.labels import LABEL_GROUPS, meaning
from quanheng.forms.recognising.glued import LEAST_LENGTH, cut_glued

_FILLER: Final = re.compile(
    r"(?:指标(?:\d+[:：.．、]?|[:：]))?[.…．·/／\-—－]*|[（(]\d+(?:\.\d+)?分[)）]|续表"
)
_BRACKETED: Final = re.compile(r"[（(].*[）)]")
_GROUPS: Final = (*LABEL_GROUPS, "category")
_FRAGMENTS: Final = 4
"""A label broken over lines or blanks has at most so many parts."""
_LONGEST_JOINED: Final = 24
_LEAST_HEADER: Final = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text between blanks or line breaks (词块).

    Attributes:
        text: The text.
        at: Its place.
        line: Number of its line.
        starts: Whether it begins its line.
    """

    text: str
    at: Source
    line: int
    starts: bool


def tokens_of(lines: Sequence[Field]) -> list[Token]:
    """The pieces of the lines, fillers (……, 指标2：) left out."""
    found: list[list[Token]] = []
    for number, line in enumerate(lines):
        words = [word for word in _words(line.raw) if not _FILLER.fullmatch(word)]
        parts = [Token(w, line.at, number, n == 0) for n, w in enumerate(words)]
        if parts and not (found and _completes_header(found, parts)):
            found.append(parts)
    return _whole_labels([token for parts in found for token in parts])


def _words(line: str) -> Iterator[str]:
    for word in line.split():
        if len(word) < LEAST_LENGTH:
            yield word
        else:
            yield from cut_glued(word)


def _completes_header(found: list[list[Token]], parts: list[Token]) -> bool:
    """Whether a line holds the second halves of labels in the header line above it."""
    above = found[-1]
    known = [token for token in above if meaning("indicator", token.text)]
    halves = [
        n
        for n, token in enumerate(above)
        if not meaning("indicator", token.text)
        and not meaning("indicator_block", token.text)
    ]
    if len(known) < _LEAST_HEADER or len(halves) != len(parts):
        return False
    joined = {
        n: above[n].text + part.text for n, part in zip(halves, parts, strict=True)
    }
    if not all(meaning("indicator", text) for text in joined.values()):
        return False
    found[-1] = [
        Token(joined.get(n, token.text), token.at, token.line, token.starts)
        for n, token in enumerate(above)
    ]
    return True


def _whole_labels(tokens: Sequence[Token]) -> list[Token]:
    """Labels that are broken into parts, put together again."""
    whole: list[Token] = []
    number = 0
    while number < len(tokens):
        length = _label_length(tokens, number)
        first = tokens[number]
        text = "".join(token.text for token in tokens[number : number + length])
        whole.append(Token(text, first.at, first.line, first.starts))
        number += length
    return whole


def _label_length(tokens: Sequence[Token], number: int) -> int:
    for length in range(_FRAGMENTS, 1, -1):
        parts = [token.text for token in tokens[number : number + length]]
        if len(parts) == length and _is_broken_label(parts):
            return length
    return 1


def _is_broken_label(parts: Sequence[str]) -> bool:
    """Whether the parts make a label, and not just by standing side by side."""
    text = "".join(parts)
    if len(text) > _LONGEST_JOINED or _BRACKETED.fullmatch(parts[0]):
        return False
    return any(
        meaning(group, text) and not all(meaning(group, part) for part in parts)
        for group in _GROUPS
    )
