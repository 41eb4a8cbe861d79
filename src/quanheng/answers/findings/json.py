"""Findings as JSON, contract version 1 (审核结果数据)."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quanheng import __version__
from quanheng.answers.findings.not_judged import not_judged_data
from quanheng.answers.looks import number_data
from quanheng.answers.manner import Manner, Part
from quanheng.answers.overview.overview import Overview, Row, rows_of
from quanheng.answers.rules.citations import citation_record
from quanheng.audit.after.fingerprint import fingerprints
from quanheng.audit.after.waivers import Waiver
from quanheng.audit.engine import Finding
from quanheng.audit.rule import Edit
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.quantity import plain
from quanheng.core.report import Project
from quanheng.core.source import Source
from quanheng.law.book import LawBook
from quanheng.record.dump import dump_unread
from quanheng.scoring.scorecard import Scorecard
from quanheng.tasks.checking.check_report import CheckedProject
from quanheng.tasks.checking.checked_file import CheckedFile

CONTRACT_VERSION = 1


@dataclass(frozen=True, slots=True)
class FileAnswer:
    """The answer for one file, written by the process that checked it."""

    file: str
    findings: tuple[str, ...]
    rows: tuple[Row, ...]


def answer_file(file: CheckedFile, place: int, manner: Manner) -> FileAnswer:
    """The entries of one file as JSON texts."""
    lang = manner.lang
    about_projects = [
        {**finding_record(file.path, finding, project.law.book, lang), **mark}
        for project in file.projects
        for finding, mark in _marked(project, file.path)
    ]
    about_itself = [
        {**finding_record(file.path, finding, manner.book, lang), "fingerprint": ""}
        for finding in file.own
    ]
    record = {
        "file": file.path,
        "error": file.error.text(lang) if file.error else None,
        "unread": [dump_unread(part, lang) for part in file.unread],
        "projects": [
            {**project_summary(project, lang), "law_digest": project.law.book.digest}
            for project in file.projects
        ],
    }
    found = map(_entry, about_projects + about_itself)
    return FileAnswer(_entry(record), tuple(found), tuple(rows_of(file, place, lang)))


def _marked(
    checked: CheckedProject, file: str
) -> Iterator[tuple[Finding, dict[str, str]]]:
    """The findings of a project, each with its fingerprint."""
    found = checked.findings
    marks = fingerprints(found, checked.project, file)
    for finding, mark in zip(found, marks, strict=True):
        yield finding, {"fingerprint": mark}


def join_answers(answers: Iterable[FileAnswer], manner: Manner) -> Iterator[Part]:
    """The answer of ``check --format json``."""
    files = list(answers)
    answer = {
        "version": CONTRACT_VERSION,
        "program_version": __version__,
        "overview": _overview(Overview(row for file in files for row in file.rows)),
    }
    entries = {
        "files": [file.file for file in files],
        "findings": [record for file in files for record in file.findings],
    }
    lists = (f' "{name}": {_list(written)}' for name, written in entries.items())
    yield Part(",\n".join((_written(answer).removesuffix("\n}"), *lists)) + "\n}")


def _written(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


def _entry(record: Mapping[str, Any]) -> str:
    """A record indented as an entry of a list in the answer."""
    return _written(record).replace("\n", "\n  ")


def _list(entries: Iterable[str]) -> str:
    inner = ",\n  ".join(entries)
    return f"[\n  {inner}\n ]" if inner else "[]"


def _overview(overview: Overview) -> dict[str, Any]:
    """How many reports have which verdict, and which rules have findings."""
    return {
        "reports": len(overview.rows),
        "verdicts": {
            result.value if result else "unreadable": number
            for result, number in overview.results.items()
        },
        "rules": [
            {"code": rule.code, "findings": rule.findings, "reports": rule.reports}
            for rule in overview.frequencies("zh")
        ],
    }


def project_summary(checked: CheckedProject, lang: str) -> dict[str, Any]:
    """Score and grade, stated and recomputed, the verdict and the rules' outcomes."""
    card, opinion = checked.scorecard, checked.opinion
    return {
        "name": project_name(checked.project),
        "unit": text_of(checked.project.unit) or None,
        "score": {
            "stated": number_data(card.stated_total),
            "recomputed": recomputed(card),
        },
        "grade": {"stated": card.stated_grade, "recomputed": card.grade},
        "verdict": opinion.result.value,
        "no_verdict": opinion.reason.value if opinion.reason else None,
        "limited_to": sorted(opinion.limits),
        "unsupported": {
            "points": plain(opinion.unsupported),
            "share": plain(opinion.share),
        },
        "scale": {
            "points": plain(opinion.scale),
            "not_recomputed": plain(opinion.unchecked),
        },
        "outcomes": {v.rule.code: v.outcome.value for v in checked.verdicts},
        "not_judged": not_judged_data(checked, lang),
    }


def project_name(project: Project) -> str | None:
    """The project's name, None where the report names none."""
    return project.name.raw if project.name else None


def recomputed(card: Scorecard) -> dict[str, str | None]:
    """The recomputed points and grade of a scorecard; decimals as strings."""
    return {
        "confirmed": plain(card.confirmed),
        "not_computable": plain(card.not_computable),
        "total": number_data(card.total),
        "grade": card.grade,
    }


def place_record(at: Source, quote: str, lang: str) -> dict[str, str]:
    """A place in words and as a path, with its text."""
    return {"text": at.text(lang), "path": at.path, "quote": quote}


def finding_record(
    file: str, finding: Finding, book: LawBook, lang: str
) -> dict[str, Any]:
    """A finding as data for JSON."""
    rule, hit = finding.rule, finding.hit
    return {
        "file": file,
        "code": rule.code,
        "name": rule.name,
        "severity": finding.severity.value,
        "title": rule.title.text(lang),
        "message": finding.message(lang),
        "at": place_record(hit.at, hit.quote, lang),
        "also": [{"text": at.text(lang), "path": at.path} for at in hit.also],
        "law": [citation_record(book.cite(*basis), book) for basis in rule.basis],
        "fix": _fix(hit.edits),
        "waived": finding.waiver is not None,
        "waiver": _waiver(finding.waiver),
        "known": finding.known,
        "rule_severity": rule.severity.value,
        "hit": {
            "variant": hit.variant,
            "says": {name: _said(value) for name, value in hit.says.items()},
            "severity": hit.severity.value if hit.severity else None,
            "safe": [edit.safe for edit in hit.edits],
        },
    }


def _said(value: object) -> object:
    """A value of a message; in both languages where they differ."""
    if isinstance(value, Words):
        return {"zh": value.zh, "en": value.en}
    return value


def _waiver(waiver: Waiver | None) -> dict[str, str] | None:
    if waiver is None:
        return None
    return {
        "reason": waiver.reason,
        "by": waiver.by,
        "until": waiver.until.isoformat(),
        "code": waiver.code,
        "file": waiver.file,
        "at": waiver.at,
        "entry": waiver.entry.path,
    }


def _fix(edits: Sequence[Edit]) -> dict[str, Any] | None:
    """The edits of a finding; safe if each of them is."""
    if not edits:
        return None
    return {
        "safe": all(edit.safe for edit in edits),
        "edits": [
            {"at": edit.at.path, "old": edit.old, "new": edit.new} for edit in edits
        ],
    }
