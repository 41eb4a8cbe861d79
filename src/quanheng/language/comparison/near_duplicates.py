"""Short texts with nearly the same wording (相近文本)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from quanheng.core.errors import missing_extra
from quanheng.language.similarity import bare, similarity

_HASHES: Final = 128
_BANDS: Final = 64
"""Bands of two hashes: pairs at half of the similarity asked for still meet."""
_SEED: Final = 1


def near_duplicates(
    texts: Sequence[str], threshold: Decimal
) -> tuple[tuple[int, ...], ...]:
    """Groups of similar texts, by position; a text without a similar one is in none.

    MinHash over single signs and pairs of signs finds candidates, the exact similarity
    (0 to 1) decides. Chains of similar texts form one group.

    Raises:
        MissingExtraError: The package rensa is not installed.
    """
    distinct = list(dict.fromkeys(map(bare, texts)))
    leader = list(range(len(distinct)))
    index = _index(distinct)
    for one, other in index:
        if similarity(distinct[one], distinct[other]) >= threshold:
            _join(leader, one, other)
    number = {text: position for position, text in enumerate(distinct)}
    groups: dict[int, list[int]] = {}
    for position, text in enumerate(texts):
        groups.setdefault(_root(leader, number[bare(text)]), []).append(position)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def _index(texts: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of texts that share a band, the smaller position first."""
    try:
        from rensa import (  # type: ignore[import-untyped]  # noqa: PLC0415 - an extra
            RMinHash,
            RMinHashLSH,
        )
    except ImportError as error:
        raise missing_extra("rensa", "evidence") from error
    lsh: Any = RMinHashLSH(threshold=0.0, num_perm=_HASHES, num_bands=_BANDS)
    pairs = []
    for position, text in enumerate(texts):
        digest: Any = RMinHash(num_perm=_HASHES, seed=_SEED)
        digest.update(_tokens(text))
        pairs += [(other, position) for other in sorted(lsh.query(digest))]
        lsh.insert(position, digest)
    return pairs


def _tokens(text: str) -> list[str]:
    return [*text, *(text[start : start + 2] for start in range(len(text) - 1))]


def _root(leader: list[int], member: int) -> int:
    while leader[member] != member:
        leader[member] = leader[leader[member]]
        member = leader[member]
    return member


def _join(leader: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(leader, one), _root(leader, other)))
    leader[second] = first
