"""The problems that a chapter names, and who mends them (问题)."""

import re
from collections.abc import Collection
from typing import Final

from quanheng.language.clauses import clauses, items
from quanheng.language.words import any_of

_BY_WHOM: Final = re.compile("(?<![自缘理])由(?!于|此|来)[\u4e00-\u9fff]{2}")


def problem_clauses(text: str, lacks: Collection[str]) -> tuple[str, ...]:
    """The entries or clauses that state a shortfall (问题).

    Args:
        text: The chapter.
        lacks: Words that state a shortfall (不足, 不够, 滞后).
    """
    listed = [item.text for item in items(text)]
    return tuple(part for part in (listed or clauses(text)) if any_of(lacks, part))


def names_owner(text: str, owners: Collection[str]) -> bool:
    """Whether a text says who acts: a body or person, or 由 with one (责任主体)."""
    return any_of(owners, text) or _BY_WHOM.search(text) is not None
