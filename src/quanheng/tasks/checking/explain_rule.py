"""The explanation and the test cases of a rule (规则说明)."""

import inspect
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, Final

from quanheng.audit.rule import Rule
from quanheng.core.bilingual import Words
from quanheng.office.plain_yaml import parse_yaml

PARTS: Final = {
    "checks": Words("审核内容", "What it checks"),
    "why": Words("审核理由", "Why it matters"),
    "leaves_alone": Words("不作判断的情形", "What it leaves alone"),
}
"""The parts of an explanation, in their order."""


def explanation_text(rule: Rule, lang: str) -> str:
    """The explanation of a rule; in English its docstring."""
    explained = _beside(rule)["explained"]
    zh = "\n\n".join(
        f"{label.zh}：{explained[part].strip()}" for part, label in PARTS.items()
    )
    return Words(zh, inspect.getdoc(rule.check) or "").text(lang)


def rule_cases(rule: Rule) -> Sequence[Mapping[str, Any]]:
    """The cases of a rule as plain data; rules on waivers have none."""
    cases: Sequence[Mapping[str, Any]] = _beside(rule).get("cases", ())
    return cases


def _beside(rule: Rule) -> Mapping[str, Any]:
    package = rule.check.__module__.rpartition(".")[0]
    return _read(package, f"{rule.code.lower()}_{rule.name.replace('-', '_')}")


@cache
def _read(package: str, stem: str) -> Mapping[str, Any]:
    """The content of ``<code>_<name>.cases.yaml``, empty without the file."""
    file = files(package).joinpath(f"{stem}.cases.yaml")
    said: Mapping[str, Any] = (
        parse_yaml(file.read_text("utf-8")) if file.is_file() else {}
    )
    return said
