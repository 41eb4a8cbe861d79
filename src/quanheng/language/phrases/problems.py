"""Problems stated in a chapter, and who is responsible (问题)."""

import re
from collections.abc import Collection
from typing import Final

from quanheng.language.clauses import clauses, items
from quanheng.language.words import any_of

_BY_WHOM: Final = re.compile("(?<![自缘理])由(?!于|此|来)[\u4e00-\u9fff]{2}")
_BODY_ACTS: Final = re.compile(
    "[\u4e00-\u9fff](?:[科股处室部局队站所院校办厅司])"
    r"(?:将|拟|应|须|要|负责|牵头|统一|在\d|于\d|自\d|按月|按季|每)"
)
"""A body as the subject: 运维科将…, 采编部在6月底前…"""


def problem_clauses(text: str, lacks: Collection[str]) -> tuple[str, ...]:
    """The entries or clauses that state a shortfall: 不足, 不够, 滞后 (问题)."""
    listed = [item.text for item in items(text)]
    return tuple(part for part in (listed or clauses(text)) if any_of(lacks, part))


def names_owner(text: str, owners: Collection[str]) -> bool:
    """Whether a text names who acts: a body or person, or 由 with one (责任主体)."""
    return any_of(owners, text) or any(
        pattern.search(text) for pattern in (_BY_WHOM, _BODY_ACTS)
    )
