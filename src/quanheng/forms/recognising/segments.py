"""A run of cells → rows, so that all of them fit the columns best (分行)."""

from collections.abc import Iterator, Sequence
from typing import Final

from quanheng.forms.recognising.alignment import align
from quanheng.forms.recognising.tokens import Token

_ROW_COST: Final = 0.8
"""Keeps a row from being cut in two that fit as well."""
_LINE_START: Final = 1.0
_INNER_LINE: Final = 0.5
"""Rows like to begin with a line, and dislike further lines inside."""


def segments(
    tokens: Sequence[Token], kinds: Sequence[str]
) -> Iterator[tuple[Sequence[Token], list[int]]]:
    """Cut a run of cells into rows so that all of them fit the columns best."""
    count = len(tokens)
    best = [0.0] + [float("-inf")] * count
    cut = [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(max(0, end - len(kinds)), end):
            value = best[start] + _row_value(tokens[start:end], kinds)
            if value > best[end]:
                best[end], cut[end] = value, start
    ends = []
    end = count
    while end:
        ends.append((cut[end], end))
        end = cut[end]
    for start, end in reversed(ends):
        part = tokens[start:end]
        yield part, align([token.text for token in part], kinds)[1]


def _row_value(tokens: Sequence[Token], kinds: Sequence[str]) -> float:
    value = align([token.text for token in tokens], kinds)[0] - _ROW_COST
    inner = sum(token.starts for token in tokens[1:])
    return value + (_LINE_START if tokens[0].starts else 0.0) - inner * _INNER_LINE
