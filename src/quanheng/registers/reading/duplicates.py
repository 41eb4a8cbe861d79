"""Entries that are there twice (重复记录)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any


def repeated(keys: Sequence[Sequence[Any]]) -> Mapping[int, int]:
    """Entries that repeat an earlier one, by their places (重复).

    Args:
        keys: The columns that together name an entry once. One whose first is blank
            has no name and repeats none.

    Returns:
        Place of the later entry → place of the first one with the same key.
    """
    # Hashes alone first: a million keys would take more room than the register.
    hashes = list(map(hash, zip(*keys, strict=True)))
    if len(set(hashes)) == len(hashes):
        return {}
    several = {value for value, count in Counter(hashes).items() if count > 1}
    firsts: dict[tuple[Any, ...], int] = {}
    twins: dict[int, int] = {}
    for at, key in enumerate(zip(*keys, strict=True)):
        if hashes[at] in several and key[0] is not None:
            first = firsts.setdefault(key, at)
            if first != at:
                twins[at] = first
    return twins
