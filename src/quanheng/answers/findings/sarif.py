"""Findings as SARIF 2.1.0, for code hosts and viewers (审核结果交换格式).

A Word table has no lines, so a result names its cell by a logical location and has no
region. The standard requires regions in a ``fix``, so edits are in the properties.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from quanheng import __version__
from quanheng.answers.findings.json import finding_record, project_summary
from quanheng.answers.findings.not_judged import not_judged
from quanheng.answers.findings.waived_or_known import waived_or_known_text
from quanheng.answers.manner import Manner, Part
from quanheng.answers.rules.citations import citation_record
from quanheng.audit.after.fingerprint import fingerprints
from quanheng.audit.engine import Finding, Outcome
from quanheng.audit.rule import Rule, Severity
from quanheng.core.bilingual import LANGUAGE_TAG
from quanheng.core.source import Source
from quanheng.core.unread import unread_text
from quanheng.law.book import LawBook
from quanheng.tasks.checking.checked_file import CheckedFile
from quanheng.tasks.checking.explain_rule import explanation_text

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


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """The answer for one file (一份文件的答复).

    Attributes:
        artifact: The file.
        rules: The rules that were asked or have a finding.
        results: Its findings, without the index of their rules.
        outcomes: Verdicts and scores of its projects.
        unread: Why it can't be read, at most one notification.
        left_out: Notifications of its parts that were not read.
        crashes: Notifications of rules that crashed, without the index of the rules.
        unjudged: Notifications of what rules could not judge, likewise.
    """

    artifact: dict[str, Any]
    rules: dict[str, Rule]
    results: list[dict[str, Any]]
    outcomes: list[dict[str, Any]]
    unread: list[dict[str, Any]]
    left_out: list[dict[str, Any]]
    crashes: list[dict[str, Any]]
    unjudged: list[dict[str, Any]]


def answer_file(file: CheckedFile, place: int, manner: Manner) -> FileAnswer:
    """The results and notifications of one file."""
    lang = manner.lang
    uri, error = _uri(file.path), file.error.text(lang) if file.error else ""
    artifact = {"uri": uri, "index": place}
    return FileAnswer(
        artifact={"location": {"uri": uri}, "roles": ["analysisTarget"]},
        rules=_rules(file),
        results=[
            _result(artifact, finding, mark, manner) for finding, mark in _marked(file)
        ],
        outcomes=[
            {"file": file.path, **project_summary(project, lang)}
            for project in file.projects
        ],
        unread=[_notice("error", error, artifact)] if error else [],
        left_out=[
            _notice("warning", sentence, artifact)
            for sentence in unread_text(file.unread, lang)
        ],
        crashes=[
            _notice("error", verdict.crash, artifact, verdict.rule)
            for project in file.projects
            for verdict in project.outcomes(Outcome.CRASHED)
        ],
        unjudged=[
            _notice("note", reason.text(lang), artifact, verdict.rule)
            for project in file.projects
            for verdict, reason in not_judged(project)
        ],
    )


def join_answers(answers: Iterable[FileAnswer], manner: Manner) -> Iterator[Part]:
    """The answer of ``check --format sarif``."""
    runs = [_run(list(answers), manner)]
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": runs}
    yield Part(json.dumps(log, ensure_ascii=False, indent=1))


def _run(answers: Sequence[FileAnswer], manner: Manner) -> dict[str, Any]:
    asked = {code: rule for file in answers for code, rule in file.rules.items()}
    rules = [asked[code] for code in sorted(asked)]
    positions = {rule.code: number for number, rule in enumerate(rules)}
    unread = [notice for file in answers for notice in file.unread]
    left_out = [notice for file in answers for notice in file.left_out]
    crashes = [notice for file in answers for notice in file.crashes]
    unjudged = [notice for file in answers for notice in file.unjudged]
    for notice in crashes + unjudged:
        associated = notice["associatedRule"]
        associated["index"] = positions[associated["id"]]
    return {
        "tool": {"driver": _driver(rules, manner)},
        "language": LANGUAGE_TAG.text(manner.lang),
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not unread,
                "toolExecutionNotifications": unread + left_out + crashes + unjudged,
            }
        ],
        "artifacts": [file.artifact for file in answers],
        "results": [
            result | {"ruleIndex": positions[result["ruleId"]]}
            for file in answers
            for result in file.results
        ],
        "properties": {"outcomes": [one for file in answers for one in file.outcomes]},
    }


def _driver(rules: Sequence[Rule], manner: Manner) -> dict[str, Any]:
    return {
        "name": "quanheng",
        "fullName": f"quanheng 权衡 {__version__}",
        "semanticVersion": __version__,
        "language": LANGUAGE_TAG.text(manner.lang),
        "rules": [_descriptor(rule, manner.book, manner.lang) for rule in rules],
    }


def _rules(file: CheckedFile) -> dict[str, Rule]:
    """The rules that were asked or have a finding, by code."""
    asked = {
        verdict.rule.code: verdict.rule
        for project in file.projects
        for verdict in project.verdicts
    }
    return asked | {finding.rule.code: finding.rule for finding in file.findings}


def _descriptor(rule: Rule, book: LawBook, lang: str) -> dict[str, Any]:
    explained = explanation_text(rule, lang)
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
    """The findings of a file, each with its fingerprint."""
    for project in file.projects:
        found = project.findings
        yield from zip(found, fingerprints(found, project.project), strict=True)
    yield from ((finding, "") for finding in file.own)


def _result(
    artifact: dict[str, Any], finding: Finding, mark: str, manner: Manner
) -> dict[str, Any]:
    hit = finding.hit
    lang = manner.lang
    record = finding_record("", finding, manner.book, lang)
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
        reason = waived_or_known_text(finding, lang)
        result["suppressions"] = [{"kind": "external", "justification": reason}]
    return result


def _notice(
    level: str, said: str, artifact: dict[str, Any], rule: Rule | None = None
) -> dict[str, Any]:
    """A notification about a whole file, be it from a rule."""
    return {
        "level": level,
        "message": {"text": said},
        **({"associatedRule": {"id": rule.code}} if rule else {}),
        "locations": [{"physicalLocation": {"artifactLocation": artifact}}],
    }


def _location(artifact: dict[str, Any], at: Source, lang: str) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": artifact}}
    if at.path:
        location["logicalLocations"] = [
            {"name": at.text(lang), "fullyQualifiedName": at.path}
        ]
    return location


def _uri(path: str) -> str:
    """A path as a URI reference; a relative path stays relative."""
    if path == "-":
        return "stdin"
    given = PurePath(path)
    return given.as_uri() if given.is_absolute() else quote(given.as_posix())
