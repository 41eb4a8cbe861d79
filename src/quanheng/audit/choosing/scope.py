"""Choices that limit the scope of an audit (审核范围)."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from quanheng.audit.rule import Rule, Severity, Status
from quanheng.core.bilingual import Words


class Limit(StrEnum):
    """A choice that limits what a verdict is about (审核范围)."""

    RULES = "chosen rules"
    LOWERED = "lowered severities"
    SEVERITIES = "chosen severities"
    NEW = "new findings"


LIMIT_WORDS: Final = {
    Limit.RULES: Words("所选规则", "the chosen rules"),
    Limit.LOWERED: Words("调低后的问题级别", "the lowered severities"),
    Limit.SEVERITIES: Words("所选级别", "the chosen severities"),
    Limit.NEW: Words("基线以外的新增问题", "what is new since the baseline"),
}


def limits_of(
    asked: Iterable[Rule], known: Iterable[Rule], passing: Severity
) -> Iterator[Limit]:
    """How a choice of rules limits the verdict.

    Preview rules and rules that can't keep a report from passing may be left out.

    Args:
        asked: The rules that were applied, with the severities set for them.
        known: All rules.
        passing: The gravest severity with which a report passes.
    """
    chosen = {rule.code: rule.severity for rule in asked}
    graver = [severity for severity in Severity if severity.rank < passing.rank]
    needed = [
        (rule.severity, chosen.get(rule.code))
        for rule in known
        if rule.severity in graver and rule.status is Status.STABLE
    ]
    if any(now is None for _, now in needed):
        yield Limit.RULES
    changed = [(own, now) for own, now in needed if now is not own]
    if any(now and now.rank > own.rank for own, now in changed):
        yield Limit.LOWERED
