"""Reasons for a missed target (偏差原因)."""

import re
from collections.abc import Collection, Iterable
from typing import Final

from quanheng.language.clauses import clauses
from quanheng.language.words import any_of, stretches

_DIGIT: Final = re.compile(r"\d|[一二两三四五六七八九十百]+(?:[天日个项次台人户场]|月)")
_GAP: Final = 4
"""Signs that may stand between a target and its fault: 设置 in 目标设置偏低."""


def is_empty_reason(text: str, empty: Iterable[str]) -> bool:
    """Whether nothing is left of a reason without empty words, longest first (空泛).

    A number or a date always says something.
    """
    if _DIGIT.search(text):
        return False
    return all(len(left) < 2 for left in stretches(text, empty))


def has_measure(text: str, measures: Collection[str], lacks: Collection[str]) -> bool:
    """Whether a clause states a measure; 推进不力 states a shortfall (措施)."""
    return any(
        any_of(measures, part) and not any_of(lacks, part) for part in clauses(text)
    )


def only_measures(
    text: str, measures: Collection[str], causes: Collection[str]
) -> bool:
    """Whether every clause states a measure and none a cause (只有措施)."""
    parts = tuple(clauses(text))
    return bool(parts) and all(
        any_of(measures, part) and not any_of(causes, part) and not _DIGIT.search(part)
        for part in parts
    )


def blames_target(text: str, terms: Collection[str], faults: Collection[str]) -> str:
    """The clause that blames the target itself, empty without one.

    ``年初目标设置偏低`` blames the target; ``目标完成率偏低`` does not.

    Args:
        text: The reason.
        terms: Words for a target and its setting, as 目标值, 指标设定.
        faults: What can be wrong with one, as 偏低, 不合理.
    """
    for clause in clauses(text):
        for term in terms:
            start = clause.find(term)
            if start < 0:
                continue
            after = clause[start + len(term) :]
            found = [p for fault in faults if 0 <= (p := after.find(fault)) <= _GAP]
            if found and "完成" not in after[: min(found)]:
                return clause
    return ""
