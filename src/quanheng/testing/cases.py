"""Rule cases: a change to a valid report and the expected findings (用例)."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from quanheng.audit.dossier import Dossier, Paper
from quanheng.audit.engine import Outcome
from quanheng.audit.peers.peers import Archive, Peer, Peers
from quanheng.audit.rule import Rule
from quanheng.core.source import WHOLE_FILE
from quanheng.law.book import (
    ANY_TIME,
    NATIONWIDE,
    DatedValue,
    Entry,
    Law,
    LawBook,
    Value,
    WordList,
)
from quanheng.law.citation import PRACTICE, Citation
from quanheng.law.load import COMMON_PRACTICE, ExactLoader, load_book
from quanheng.office.plain_yaml import parse_yaml
from quanheng.record.load import load_project
from quanheng.scoring.scorecard import score_project
from quanheng.tasks.workplace import Workplace
from quanheng.testing.case_evidence import as_text, evidence_of

AS_OF = date(2024, 6, 30)
"""Day of the audit in every case; the valid report is of 2023."""
WORKPLACE = Workplace(load_book(), AS_OF)
"""The default workplace of tests."""


@dataclass(frozen=True)
class Case:
    """One case of a rule (用例).

    Attributes:
        rule: Its rule.
        name: What it shows.
        given: The change to the valid report; null deletes, and a list is changed
            in place by a mapping from position (0, 1, … or -1) to change.
        expect: The findings in order: the message, or a mapping of any of
            ``message at quote severity edit``.
        outcome: The outcome of the rule.
        region: Region of the report.
        parameters: Parameter values that replace the book's.
        disclosure: Whether the report is to be published.
        approved: The change that makes the approval; None without one.
        previous: The change that makes last year's report; None without one.
        peers: The changes that make reports of the same department.
        copies: Other files of the call with the same bytes.
        evidence: Registers, bindings and proofs as plain data; None without any.
    """

    rule: Rule
    name: str
    given: Mapping[Any, Any]
    expect: tuple[str | Mapping[str, str], ...]
    outcome: Outcome
    region: str = NATIONWIDE
    parameters: Mapping[str, Any] = field(default_factory=dict)
    disclosure: bool = False
    approved: Mapping[Any, Any] | None = None
    previous: Mapping[Any, Any] | None = None
    peers: tuple[Mapping[Any, Any], ...] = ()
    copies: tuple[str, ...] = ()
    evidence: Mapping[str, Any] | None = None

    @property
    def record(self) -> Any:
        """The changed report as plain data."""
        return overlaid(valid_record(), self.given)

    @property
    def dossier(self) -> Dossier:
        """The dossier of the changed report."""
        return self.dossier_with(self.record)

    def dossier_with(self, record: Any) -> Dossier:
        """The dossier of a report as plain data, with the other papers of the case."""
        dossier = dossier_of(
            record, self.region, self.parameters, disclosure=self.disclosure
        )
        return replace(
            dossier,
            approved=_paper(self.approved, dossier.law),
            previous=_paper(self.previous, dossier.law),
            peers=Peers(Archive(tuple(self._peers(dossier.law))), copies=self.copies),
            evidence=None
            if self.evidence is None
            else evidence_of(self.evidence, dossier.project, dossier.law),
        )

    def _peers(self, law: Law) -> Iterator[Peer]:
        for number, change in enumerate(self.peers, start=1):
            if (paper := _paper(change, law)) is not None:
                name = f"peer{number}.docx"
                yield Peer(name, name, paper.project, paper.scorecard)


def _paper(change: Mapping[Any, Any] | None, law: Law) -> Paper | None:
    if change is None:
        return None
    project = load_project(overlaid(valid_record(), change))
    return Paper(project, score_project(project, law))


@cache
def valid_record() -> Any:
    """The valid report as plain data; never change it in place."""
    return parse_yaml(files("quanheng.testing").joinpath("valid.yaml").read_text())


@cache
def clean_reports() -> dict[str, Any]:
    """Reports without faults, by name; never change them in place."""
    listed = files("quanheng.testing").joinpath("clean").iterdir()
    texts = {file.name: file.read_text("utf-8") for file in listed}
    return {
        name.removesuffix(".yaml"): parse_yaml(texts[name]) for name in sorted(texts)
    }


def case_file(rule: Rule) -> Path:
    """The file of a rule's cases, beside its module."""
    module = Path(rule.check.__code__.co_filename)
    return module.with_suffix(".cases.yaml")


def load_cases(rule: Rule) -> tuple[Case, ...]:
    """The cases beside a rule."""
    listed = yaml.load(case_file(rule).read_text("utf-8"), Loader=yaml.CSafeLoader)[
        "cases"
    ]
    return tuple(_case(rule, data) for data in listed)


def _case(rule: Rule, data: dict[str, Any]) -> Case:
    expect = tuple(data.get("expect") or ())
    default = Outcome.HIT if expect else Outcome.CLEAN
    known = {part.name for part in fields(Case)} - {"rule"}
    if unknown := set(data) - known:
        raise ValueError(f"{rule.code} {data.get('name')}: unknown keys {unknown}")
    given = {key: value for key, value in data.items() if value is not None}
    given["given"] = data.get("given") or {}
    for key in ("peers", "copies"):
        given[key] = tuple(given.get(key, ()))
    outcome = Outcome(data.get("outcome", default))
    return Case(rule, **given | {"expect": expect, "outcome": outcome})


def overlaid(base: Any, change: Any) -> Any:
    """A copy of plain data with a change applied."""
    if not isinstance(change, Mapping):
        return as_text(change)
    if isinstance(base, list):
        items = deepcopy(base)
        for position in sorted(change, reverse=True):
            if change[position] is None:
                del items[position]
            elif position >= len(items):
                items.append(overlaid({}, change[position]))
            else:
                items[position] = overlaid(items[position], change[position])
        return items
    result = dict(deepcopy(base)) if isinstance(base, Mapping) else {}
    for key, value in change.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = overlaid(result.get(key), value)
    return result


def dossier_of(
    record: Any,
    region: str = NATIONWIDE,
    parameters: Mapping[str, Any] | None = None,
    *,
    disclosure: bool = False,
) -> Dossier:
    """A report as plain data → its dossier."""
    project = load_project(record)
    year = project.evaluation_year
    day = date(year, 12, 31) if year else None
    exact = yaml.safe_dump(dict(parameters or {}))
    book = book_with(yaml.load(exact, Loader=ExactLoader))  # noqa: S506 - safe
    law = Law(book, day, region)
    return Dossier(project, law, score_project(project, law), AS_OF, disclosure)


def book_with(values: Mapping[str, Value]) -> LawBook:
    """The shipped book with other values, everywhere and at any time."""
    book = load_book()
    return book.with_own(_set(book.entry(name), v) for name, v in values.items())


def _set(entry: Entry, value: Value) -> Entry:
    if isinstance(entry, WordList):
        return replace(entry, value=value)
    cite = Citation(PRACTICE, COMMON_PRACTICE, verified=True)
    return replace(entry, values=(DatedValue(value, ANY_TIME, NATIONWIDE, cite),))


_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def edited(record: Any, path: str, text: str) -> Any:
    """A copy of plain data with the value at a key path replaced."""
    if path == WHOLE_FILE.path:
        raise ValueError("an edit needs a place")
    steps = [
        int(number) if number else key
        for key, number in (match.groups() for match in _STEP.finditer(path))
    ]
    result = deepcopy(record)
    inner = result
    for step in steps[:-1]:
        inner = inner[step] if isinstance(step, int) else inner.setdefault(step, {})
    inner[steps[-1]] = text
    return result
