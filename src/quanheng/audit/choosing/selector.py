"""Selectors of rules: code, family, name or ``all`` (规则选择符)."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import takewhile
from typing import Final

from quanheng.audit.rule import Rule, Severity
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError

ALL: Final = "all"
_EXACT: Final = 9
"""More than the length of any code."""
_LIKE: Final = 0.9


def reach(selector: str, rule: Rule) -> int:
    """How narrowly a selector names a rule: more for a longer code, 0 for not at all.

    A selector is ``all``, a code, the beginning of codes (``BG``, ``BG3``), or a name.
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
        QuanhengError: There is one; the hint is the most similar name.
    """
    listed = tuple(rules)
    for selector in selectors:
        if selector in list(Severity) or any(reach(selector, r) for r in listed):
            continue
        near = _nearest(selector, listed)
        raise QuanhengError(
            Words(f"无规则 {selector}", f"there is no rule {selector}"),
            Words(
                f"最接近的是 {near}" if near else "quanheng rule 列出全部规则",
                f"did you mean {near}" if near else "quanheng rule lists them all",
            ),
        )


def _nearest(selector: str, rules: Iterable[Rule]) -> str:
    known = {severity.value for severity in Severity}
    for rule in rules:
        known |= {rule.family, rule.code, rule.name}
    best = max(sorted(known), key=lambda name: _likeness(selector, name))
    return best if _likeness(selector, best) >= _LIKE else ""


def _likeness(selector: str, name: str) -> float:
    """Similarity up to 2; a common beginning counts more than common digits."""
    asked, other = selector.lower(), name.lower()
    pairs = zip(asked, other, strict=False)
    begin = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return SequenceMatcher(None, asked, other).ratio() + begin / max(len(asked), 1)
