"""Clean reports stay silent, and planted faults are seen (变异检验)."""

from dataclasses import replace
from functools import cache

import pytest

from quanheng.audit.dossier import Paper
from quanheng.audit.engine import Finding, Outcome, all_rules, ask, audit
from quanheng.audit.rule import Severity, Status
from quanheng.core.report import Report
from quanheng.record.load import load_project
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.render_report import render_report
from quanheng.testing.mutation.harness import (
    AS_OF,
    Outcomes,
    desk,
    findings_on,
    run,
    uncovered,
)
from quanheng.testing.mutation.load import clean_reports, mutators
from quanheng.testing.mutation.mutator import Mutator

EVERY_CLEAN_REPORT = pytest.mark.parametrize("name", clean_reports())
NEEDS_A_DOCUMENT = {Outcome.NOT_APPLICABLE, Outcome.INSUFFICIENT_DATA}


@cache
def outcomes() -> Outcomes:
    """Two places a report; a fault is shown to the rules that must see it."""
    return run(clean_reports(), mutators(), places=2, only_named=True)


def loud(findings: tuple[Finding, ...]) -> list[str]:
    return [f.message() for f in findings if f.severity is not Severity.INFO]


def quiet(findings: tuple[Finding, ...]) -> list[str]:
    return [f.message() for f in findings if f.severity is Severity.INFO]


def test_there_are_enough_reports_and_kinds_of_faults() -> None:
    assert len(clean_reports()) >= 8
    assert len({mutator.name for mutator in mutators()}) == len(mutators()) >= 160


@EVERY_CLEAN_REPORT
def test_clean_report_draws_no_finding(name: str) -> None:
    findings = findings_on(clean_reports()[name], all_rules())
    assert not loud(findings)
    assert len(quiet(findings)) <= 1


@EVERY_CLEAN_REPORT
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".html"])
def test_clean_report_stays_clean_when_written_and_read(name: str, suffix: str) -> None:
    report = Report(name, (load_project(clean_reports()[name]),))
    again = read_report(render_report(report, suffix), name + suffix)
    (checked,) = check_report(again, as_of=AS_OF)
    assert not loud(checked.findings)
    assert len(quiet(checked.findings)) <= 1


@EVERY_CLEAN_REPORT
def test_clean_report_agrees_with_itself_as_approval(name: str) -> None:
    alone = desk(clean_reports()[name])
    dossier = replace(alone, approved=Paper(alone.project, alone.scorecard))
    verdicts = audit(dossier, all_rules())
    assert not loud(tuple(f for verdict in verdicts for f in verdict.findings))


def test_planted_faults_are_seen() -> None:
    assert outcomes().recall >= 0.97


def test_no_stable_rule_overlooks_its_faults() -> None:
    stable = {rule.code for rule in all_rules() if rule.status is Status.STABLE}
    weak = {
        code: f"{seen} of {planted}"
        for code, (seen, planted) in outcomes().recall_by_rule.items()
        if code in stable and seen < 0.9 * planted
    }
    assert not weak


def test_no_rule_breaks_down_on_a_spoilt_report() -> None:
    broken = {(t.mutator.name, *t.crashed) for t in outcomes().trials if t.crashed}
    assert not broken


@pytest.mark.parametrize("mutator", mutators(), ids=lambda mutator: mutator.name)
def test_fault_can_be_planted_and_names_rules(mutator: Mutator) -> None:
    assert set(mutator.catches) <= {rule.code for rule in all_rules()}
    assert any(trial.mutator is mutator for trial in outcomes().trials)


def test_mutants_differ_from_the_report_and_are_the_same_each_time() -> None:
    first, second = (
        mutators()[0].mutants(r) for r in [clean_reports()["farm_machinery"]] * 2
    )
    assert first == second
    assert clean_reports()["farm_machinery"] not in first


def test_every_stable_rule_is_tried_unless_it_needs_a_document() -> None:
    by_code = {rule.code: rule for rule in all_rules()}
    for code in uncovered(all_rules(), mutators()):
        answers = {
            ask(by_code[code], desk(record)).outcome
            for record in clean_reports().values()
        }
        assert answers <= NEEDS_A_DOCUMENT, code
