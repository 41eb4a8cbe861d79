"""Clean reports stay silent, and the faults of the rules' cases are found in them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, Final

import pytest

from quanheng.audit.engine import Outcome, Verdict, all_rules, ask
from quanheng.audit.rule import Need, Severity
from quanheng.core.report import Report
from quanheng.record.load import load_project
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.checking.other_papers import NO_OTHER_PAPERS, OtherPapers
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.render_report import render_report
from quanheng.testing.cases import WORKPLACE, Case, clean_reports, load_cases, overlaid

AS_OF: Final = date(2026, 6, 30)
LATER: Final = replace(WORKPLACE, day=AS_OF)
"""Day of the audit; the youngest clean report is of 2025."""
CASES_A_RULE: Final = 3
SELF_CONTAINED: Final = [rule for rule in all_rules() if rule.needs is Need.REPORT]
"""Rules whose cases need no other paper, which would be one of the valid report."""
EVERY_CLEAN_REPORT: Final = pytest.mark.parametrize("name", clean_reports())


def disturbing(report: Report, papers: OtherPapers = NO_OTHER_PAPERS) -> list[str]:
    """Findings above info, and those of info where there is more than one."""
    (checked,) = check_report(report, LATER, rules=all_rules(), other_papers=papers)
    quiet = [f for f in checked.findings if f.severity is Severity.INFO]
    loud = [f for f in checked.findings if f.severity is not Severity.INFO]
    return [f.message() for f in (*loud, *quiet[1:])]


def report_of(name: str) -> Report:
    return Report(name, (load_project(clean_reports()[name]),))


@EVERY_CLEAN_REPORT
def test_clean_report_draws_no_finding(name: str) -> None:
    assert not disturbing(report_of(name))


@EVERY_CLEAN_REPORT
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_clean_report_stays_clean_when_written_and_read(name: str, suffix: str) -> None:
    written = render_report(report_of(name), suffix, LATER)
    assert not disturbing(read_report(written, name + suffix))


@EVERY_CLEAN_REPORT
def test_clean_report_agrees_with_itself_as_approval(name: str) -> None:
    report = report_of(name)
    assert not disturbing(report, OtherPapers(approved=report))


def fits(record: Any, change: Any) -> bool:
    """Whether a report has every row and list item that a change names by position."""
    if not isinstance(change, Mapping):
        return True
    if isinstance(record, list):
        return all(
            isinstance(position, int)
            and position < len(record)
            and fits(record[position], part)
            for position, part in change.items()
        )
    own = record if isinstance(record, Mapping) else {}
    return all(
        not isinstance(key, int) and fits(own.get(key), part)
        for key, part in change.items()
    )


def answer(case: Case, record: Any) -> Verdict:
    return ask(case.rule, replace(case.dossier_with(record), as_of=AS_OF))


def planted(cases: Iterator[Case]) -> Iterator[Verdict]:
    """The faults of a rule's cases in every clean report that has room for them."""
    for case in cases:
        for record in clean_reports().values():
            if fits(record, case.given) and not answer(case, record).findings:
                yield answer(case, overlaid(record, case.given))


@cache
def answers() -> Mapping[str, tuple[Verdict, ...]]:
    """Rule → what it said to its faults in the clean reports."""
    return {
        rule.code: tuple(
            planted(islice((c for c in load_cases(rule) if c.expect), CASES_A_RULE))
        )
        for rule in SELF_CONTAINED
    }


def test_most_rules_find_their_faults_in_other_reports_too() -> None:
    deaf = [
        code
        for code, said in answers().items()
        if not any(verdict.findings for verdict in said)
    ]
    assert len(deaf) < len(SELF_CONTAINED) / 7, deaf


def test_no_rule_breaks_down_on_a_spoilt_report() -> None:
    assert not [
        verdict
        for said in answers().values()
        for verdict in said
        if verdict.outcome is Outcome.CRASHED
    ]
