"""Read findings back from the JSON of ``check`` (读回审核结果)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from quanheng.answers.findings.json import CONTRACT_VERSION
from quanheng.audit.after.waivers import Waiver
from quanheng.audit.engine import Finding, all_rules
from quanheng.audit.rule import Edit, Hit, Rule, Severity
from quanheng.core.bilingual import Words
from quanheng.core.source import Source
from quanheng.record.kinds import (
    PLACES,
    Kind,
    as_mapping,
    below,
    list_of,
    load_place,
    member,
    wrong,
)

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KeptFinding:
    """A finding read back from JSON (存档的问题).

    Attributes:
        file: The file it was found in.
        fingerprint: Its fingerprint; empty for a finding about a waiver file.
        finding: The finding, which has its message in both languages.
    """

    file: str
    fingerprint: str
    finding: Finding


def load_findings(data: Any) -> tuple[KeptFinding, ...]:
    """The findings in the parsed JSON of ``check --format json``.

    Raises:
        UnreadableFileError: It is no such answer, has another version, or names an
            unknown rule.
    """
    said = as_mapping(data, "")
    if said.get("version") != CONTRACT_VERSION:
        version = str(CONTRACT_VERSION)
        raise wrong("version", Words(version, version))
    kept: tuple[KeptFinding, ...] = list_of(Kind(_kept)).load(
        said.get("findings"), "findings"
    )
    return kept


def _kept(data: Any, path: str) -> KeptFinding:
    said = as_mapping(data, path)
    waiver = said.get("waiver")
    finding = Finding(
        _rule(said, path),
        _hit(said, path),
        _waiver(as_mapping(waiver, below(path, "waiver"))) if waiver else None,
        bool(said.get("known")),
    )
    if finding.hit.variant not in ("", *finding.rule.variants):
        known = "、".join(finding.rule.variants)
        expected = Words(f"以下之一：{known}", f"one of {known}")
        raise wrong(f"{path}.hit.variant", expected)
    return KeptFinding(said.get("file", ""), said.get("fingerprint", ""), finding)


@cache
def _rules() -> Mapping[str, Rule]:
    return {rule.code: rule for rule in all_rules()}


def _rule(said: Data, path: str) -> Rule:
    rule = _rules().get(said.get("code", ""))
    if rule is None:
        raise wrong(f"{path}.code", Words("已有规则的代码", "the code of a rule"))
    severity = member(Severity, said.get("rule_severity"), f"{path}.rule_severity")
    return rule if rule.severity is severity else replace(rule, severity=severity)


def _hit(said: Data, path: str) -> Hit:
    at = dict(as_mapping(said.get("at"), f"{path}.at"))
    quote = at.pop("quote", "")
    hit = as_mapping(said.get("hit"), f"{path}.hit")
    lesser = hit.get("severity")
    fix = as_mapping(said.get("fix"), f"{path}.fix")
    edits = list_of(Kind(_edit)).load(fix.get("edits"), f"{path}.fix.edits")
    return Hit(
        at=load_place(at, f"{path}.at"),
        quote=quote,
        says={name: _value(value) for name, value in hit.get("says", {}).items()},
        also=PLACES.load(said.get("also"), f"{path}.also"),
        severity=member(Severity, lesser, f"{path}.hit.severity") if lesser else None,
        variant=hit.get("variant", ""),
        edits=tuple(map(_with_safety, edits, hit.get("safe", ()))),
    )


def _value(said: Any) -> Any:
    return Words(**said) if isinstance(said, Mapping) else said


def _edit(data: Any, path: str) -> Edit:
    said = as_mapping(data, path)
    return Edit(load_place(said["at"], path), said["old"], said["new"], safe=False)


def _with_safety(edit: Edit, safe: Any) -> Edit:
    return replace(edit, safe=bool(safe))


def _waiver(said: Data) -> Waiver:
    return Waiver(
        **{
            **said,
            "until": date.fromisoformat(said["until"]),
            "entry": Source.parse(said["entry"]),
        }
    )
