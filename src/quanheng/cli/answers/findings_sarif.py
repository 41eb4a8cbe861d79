"""Findings as SARIF 2.1.0, for code hosts and viewers (审核结果交换格式).

A Word table has no lines, so a result names its cell by a logical location and has no
region; the standard wants one for each replacement of a ``fix``, so that edits go
into the result's properties instead.
"""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from quanheng import __version__
from quanheng.audit.engine import Finding, Outcome
from quanheng.audit.fingerprint import fingerprints
from quanheng.audit.rule import Rule, Severity
from quanheng.cli.answers.checked import CheckedFile
from quanheng.cli.answers.citations import citation_record
from quanheng.cli.answers.findings_json import finding_record, project_summary
from quanheng.cli.answers.not_judged import not_judged
from quanheng.cli.answers.standing import standing_text
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.law.load import load_book
from quanheng.tasks.check_report import CheckedProject
from quanheng.tasks.explain_rule import explanation_text

SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
    "sarif-schema-2.1.0.json"
)
FINGERPRINT: Final = "quanheng/v1"
LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


def findings_sarif(checked: Sequence[CheckedFile], lang: str) -> str:
    """The answer of ``check --format sarif``."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(checked, lang)]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def _run(checked: Sequence[CheckedFile], lang: str) -> dict[str, Any]:
    rules = _rules(checked)
    positions = {rule.code: number for number, rule in enumerate(rules)}
    outcomes = [
        {"file": checked[place].path, **project_summary(project, lang)}
        for place, project in _projects(checked)
    ]
    return {
        "tool": {"driver": _driver(rules, lang)},
        "language": _language(lang),
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(checked, positions, lang)],
        "artifacts": [
            {"location": {"uri": _uri(file.path)}, "roles": ["analysisTarget"]}
            for file in checked
        ],
        "results": [
            _result(_artifact(checked, place), finding, mark, lang)
            | {"ruleIndex": positions[finding.rule.code]}
            for place, file in enumerate(checked)
            for finding, mark in _marked(file)
        ],
        "properties": {"outcomes": outcomes},
    }


def _driver(rules: Sequence[Rule], lang: str) -> dict[str, Any]:
    return {
        "name": "quanheng",
        "fullName": f"quanheng 权衡 {__version__}",
        "semanticVersion": __version__,
        "language": _language(lang),
        "rules": [_descriptor(rule, lang) for rule in rules],
    }


def _language(lang: str) -> str:
    return "en" if lang == "en" else "zh-CN"


def _projects(checked: Sequence[CheckedFile]) -> Iterator[tuple[int, CheckedProject]]:
    """Each project with the number of its file."""
    for place, file in enumerate(checked):
        for project in file.projects:
            yield place, project


def _rules(checked: Sequence[CheckedFile]) -> tuple[Rule, ...]:
    """Every rule that was asked or has a finding, by code."""
    asked = {
        verdict.rule.code: verdict.rule
        for _, project in _projects(checked)
        for verdict in project.verdicts
    }
    asked |= {f.rule.code: f.rule for file in checked for f in file.findings}
    return tuple(asked[code] for code in sorted(asked))


def _descriptor(rule: Rule, lang: str) -> dict[str, Any]:
    book = load_book()
    explained = explanation_text(rule, lang) or rule.title.text(lang)
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.title.text(lang)},
        "fullDescription": {"text": explained.split("\n", 1)[0]},
        "help": {"text": explained},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {
            "tags": [rule.family, rule.status.value],
            "page": f"docs/rules/{rule.code}.md",
            "fix": rule.fixing.value,
            "basis": [citation_record(book.cite(*part), book) for part in rule.basis],
            "parameters": list(rule.law),
        },
    }


def _marked(file: CheckedFile) -> Iterator[tuple[Finding, str]]:
    """The findings of a file, each with what it is known by in the next run."""
    for project in file.projects:
        found = project.findings
        yield from zip(found, fingerprints(found, project.project), strict=True)
    yield from ((finding, "") for finding in file.own)


def _result(
    artifact: dict[str, Any], finding: Finding, mark: str, lang: str
) -> dict[str, Any]:
    hit = finding.hit
    record = finding_record("", finding, load_book(), lang)
    result: dict[str, Any] = {
        "ruleId": finding.rule.code,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message(lang)},
        "locations": [_location(artifact, hit.at, lang)],
        "properties": {
            "quote": hit.quote,
            "law": record["law"],
            "fix": record["fix"],
            "known": finding.known,
        },
    }
    if mark:
        result["partialFingerprints"] = {FINGERPRINT: mark}
    if hit.also:
        result["relatedLocations"] = [
            {"id": number, **_location(artifact, at, lang)}
            for number, at in enumerate(hit.also, 1)
        ]
    if finding.waiver is not None:
        reason = standing_text(finding, lang)
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    return result


def _location(artifact: dict[str, Any], at: Source, lang: str) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact}}
    if at.path:
        location["logicalLocations"] = [
            {"name": at.text(lang), "fullyQualifiedName": at.path}
        ]
    return location


def _artifact(checked: Sequence[CheckedFile], place: int) -> dict[str, Any]:
    return {"uri": _uri(checked[place].path), "index": place}


def _uri(path: str) -> str:
    """A file as a URI reference; one that was named relative stays so."""
    if path == "-":
        return "stdin"
    given = Path(path)
    return given.as_uri() if given.is_absolute() else quote(given.as_posix())


def _invocation(
    checked: Sequence[CheckedFile], positions: dict[str, int], lang: str
) -> dict[str, Any]:
    """Whether all files could be read, which rules crashed, what none could judge."""
    notes = [
        {
            "level": "error",
            "message": {"text": file.error.text(lang)},
            "locations": [_location(_artifact(checked, place), WHOLE_FILE, lang)],
        }
        for place, file in enumerate(checked)
        if file.error
    ]
    crashes = [
        {
            "level": "error",
            "message": {"text": verdict.crash},
            "associatedRule": {
                "id": verdict.rule.code,
                "index": positions[verdict.rule.code],
            },
            "locations": [_location(_artifact(checked, place), WHOLE_FILE, lang)],
        }
        for place, project in _projects(checked)
        for verdict in project.outcomes(Outcome.CRASHED)
    ]
    unjudged = [
        {
            "level": "note",
            "message": {"text": reason.text(lang)},
            "associatedRule": {
                "id": verdict.rule.code,
                "index": positions[verdict.rule.code],
            },
            "locations": [_location(_artifact(checked, place), WHOLE_FILE, lang)],
        }
        for place, project in _projects(checked)
        for verdict, reason in not_judged(project)
    ]
    return {
        "executionSuccessful": not notes,
        "toolExecutionNotifications": notes + crashes + unjudged,
    }
