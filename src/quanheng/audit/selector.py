"""How rules are named: by code, family, name or all (规则选择符)."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from quanheng.audit.rule import Rule, Severity
from quanheng.core.errors import QuanhengError

ALL: Final = "all"
_EXACT: Final = 9
"""More than any beginning of a code can reach."""


def reach(selector: str, rule: Rule) -> int:
    """How narrowly a selector names a rule: more for a longer code, 0 for not at all.

    Args:
        selector: ``all``, a code, the first letters of codes (``BG``, ``BG3``), or a
            rule's name.
        rule: The rule.
    """
    if selector.lower() == ALL:
        return 1
    if selector.upper() == rule.code or selector.lower() == rule.name:
        return _EXACT
    named = len(selector) > 1 and rule.code.startswith(selector.upper())
    return len(selector) if named else 0


def is_exact(selector: str, rule: Rule) -> bool:
    """Whether a selector names just this rule."""
    return reach(selector, rule) == _EXACT


def require_known(selectors: Iterable[str], rules: Iterable[Rule]) -> None:
    """Refuse selectors that name no rule and no severity.

    Raises:
        QuanhengError: With the name that comes nearest.
    """
    listed = tuple(rules)
    for selector in selectors:
        if selector in list(Severity) or any(reach(selector, r) for r in listed):
            continue
        near = _nearest(selector, listed)
        raise QuanhengError(
            f"没有规则 {selector}",
            f"最接近的是 {near}" if near else "quanheng rule 列出全部规则",
            message_en=f"there is no rule {selector}",
            hint_en=f"did you mean {near}" if near else "quanheng rule lists them all",
        )


def _nearest(selector: str, rules: Iterable[Rule]) -> str:
    known: dict[str, str] = {severity.value: severity.value for severity in Severity}
    for rule in rules:
        known |= {rule.family.lower(): rule.family, rule.code.lower(): rule.code}
        known[rule.name] = rule.name
    close = get_close_matches(selector.lower(), known, n=1, cutoff=0.5)
    return known[close[0]] if close else ""
