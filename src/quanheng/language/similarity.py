"""How alike two texts are (相似度)."""

import re
from decimal import Decimal
from typing import Final

_NOT_A_WORD: Final = re.compile(r"[\W_]+")


def bare(text: str) -> str:
    """A text without blanks and punctuation, for comparing."""
    return _NOT_A_WORD.sub("", text)


def similarity(one: str, other: str) -> Decimal:
    """Share of characters in common after leaving marks aside, 0 to 1 (相似度)."""
    one, other = bare(one), bare(other)
    if one == other:
        return Decimal(1)
    # Loaded only where two texts really differ.
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    return 1 - Decimal(Indel.distance(one, other)) / (len(one) + len(other))
