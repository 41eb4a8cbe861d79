"""Every case beside every rule."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from quanheng.audit.engine import Outcome, Verdict, all_rules, ask
from quanheng.core.source import Source
from quanheng.core.unread import SCANNED, Unread
from quanheng.testing.cases import Case, load_cases

CASES = [case for rule in all_rules() for case in load_cases(rule)]


def asked(entry: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"message": entry} if isinstance(entry, str) else entry


def found(verdict: Verdict, case: Case) -> list[Mapping[str, str]]:
    """What was found, narrowed to what the case asks of each finding."""
    facts = [
        {
            "message": finding.message(),
            "message_en": finding.message("en"),
            "at": finding.hit.at.path,
            "quote": finding.hit.quote,
            "severity": finding.severity.value,
            "edit": finding.hit.edits[0].new if finding.hit.edits else "",
        }
        for finding in verdict.findings
    ]
    wanted = [asked(entry) for entry in case.expect]
    if len(facts) != len(wanted):
        return list(facts)
    return [
        {key: fact[key] for key in ask} for fact, ask in zip(facts, wanted, strict=True)
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.rule.code}-{c.name}")
def test_rule_finds_what_the_case_says(case: Case) -> None:
    verdict = ask(case.rule, case.dossier)
    assert verdict.crash == ""
    assert found(verdict, case) == [asked(entry) for entry in case.expect]
    assert verdict.outcome is case.outcome


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c.rule.code}-{c.name}")
def test_messages_fill_every_hole_in_both_languages(case: Case) -> None:
    for finding in ask(case.rule, case.dossier).findings:
        assert finding.message("zh")
        assert finding.message("en")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda r: r.code)
def test_rule_has_a_hit_and_a_silent_case(rule: object) -> None:
    outcomes = {case.outcome for case in CASES if case.rule is rule}
    assert Outcome.HIT in outcomes
    assert outcomes - {Outcome.HIT}


@pytest.mark.parametrize(
    "case",
    [case for case in CASES if case.expect and case.rule.judges_whole],
    ids=lambda c: f"{c.rule.code}-{c.name}",
)
def test_nothing_is_said_to_lack_where_a_page_was_not_read(case: Case) -> None:
    page = Unread(Source(page=4), SCANNED, unseen=True)
    partly = replace(case.dossier, unseen=(page,))
    verdict = ask(case.rule, partly)
    assert verdict.outcome is Outcome.INSUFFICIENT_DATA
    assert verdict.why.zh == "第4页是扫描图，未读入"
