"""Proposed bindings as lines of ``bindings.yaml`` (写入取数建议)."""

from collections.abc import Iterable

import yaml

from quanheng.core.computed.binding_record import binding_data
from quanheng.evidence.bindings.named import BUDGET, INDICATOR, NamedBinding
from quanheng.evidence.bindings.suggest import Suggestion

_HEAD = (
    "# 取数方式：指标实际值的来源台账和计算方法。\n"
    "# 核对无误后将 confirmed 改为 true；仅使用 confirmed 为 true 的条目。\n"
)


class _PlainDumper(yaml.SafeDumper):
    """Writes texts without quotes wherever YAML lets it."""


_PlainDumper.yaml_implicit_resolvers = {}


def appended(text: str, suggestions: Iterable[Suggestion]) -> str:
    """A bindings file with proposals at its end, each with its reason as a comment."""
    entries = [_entry(one) for one in suggestions]
    if not entries:
        return text
    before = text if text.strip() else _HEAD
    end = "" if before.endswith("\n") else "\n"
    return before + end + "".join(entries)


def _entry(one: Suggestion) -> str:
    measured = one.computed.measured
    result = measured.text if measured else ""
    found = f"取数结果 {result}" if result else f"暂无法取数：{_why_not(one)}"
    comment = f"# {one.why.zh}；{found}".replace("\n", " ")
    data = {**_name(one.named), **binding_data(one.named.binding)}
    said: str = yaml.dump(
        [data], Dumper=_PlainDumper, allow_unicode=True, sort_keys=False, width=10**9
    )
    return f"{comment}\n{said}"


def _why_not(one: Suggestion) -> str:
    return one.computed.why.zh if one.computed.why else "无取数结果"


def _name(named: NamedBinding) -> dict[str, str]:
    if named.cell:
        return {BUDGET: ".".join(named.cell)}
    return {INDICATOR: named.indicator}
