"""An example of a rule, from its test cases (规则示例)."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from quanheng.audit.rule import Rule
from quanheng.core.bilingual import COLON, Words
from quanheng.tasks.checking.explain_rule import rule_cases

_LEFT_OUT: Final = Words("（无）", "(absent)")


def example_text(rule: Rule, lang: str) -> str:
    """A case with what the report holds and what the rule finds; empty without one."""
    cases = [case for case in rule_cases(rule) if case.get("expect")]
    telling = [case for case in cases if _said(case)]
    for case in telling or cases:
        lines = [case["name"], *_given(case.get("given") or {}, lang)]
        lines += [f"→ {said}" for said in _said(case)]
        return "\n".join(lines)
    return ""


def _said(case: Mapping[str, Any]) -> list[str]:
    found = (
        expected if isinstance(expected, str) else expected.get("message")
        for expected in case["expect"]
    )
    return [message for message in found if message]


def _given(change: Any, lang: str, path: str = "") -> Iterator[str]:
    """The changes to the valid report, one line per value."""
    joint = COLON.text(lang)
    if isinstance(change, Mapping) and change:
        for key, inner in change.items():
            yield from _given(inner, lang, path + _step(str(key), path))
    elif isinstance(change, list):
        for number, inner in enumerate(change):
            yield from _given(inner, lang, f"{path}[{number}]")
    elif path:
        said = _LEFT_OUT.text(lang) if change in (None, {}) else str(change)
        yield f"{path}{joint}{said}"


def _step(key: str, path: str) -> str:
    if key.lstrip("-").isdigit():
        return f"[{key}]"
    return f".{key}" if path else key
