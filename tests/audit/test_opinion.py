"""What the findings amount to."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.audit.after.opinion import Opinion, Reason, Result, opinion
from quanheng.audit.choosing.scope import Limit
from quanheng.audit.engine import all_rules, audit
from quanheng.core.report import Report
from quanheng.core.source import Source
from quanheng.core.unread import SCANNED, Unread
from quanheng.record.load import load_project
from quanheng.tasks.checking.check_report import check_report
from quanheng.testing.cases import WORKPLACE, dossier_of, overlaid, valid_record

CASES = yaml.safe_load(Path(__file__).with_name("opinion.yaml").read_text("utf-8"))


def opinion_on(case: dict[str, Any]) -> Opinion:
    record = overlaid(valid_record(), case.get("given") or {})
    dossier = dossier_of(record, parameters=case.get("parameters"))
    asked = [rule for rule in all_rules() if case.get("asks", "all") == "all"]
    findings = [found for v in audit(dossier, asked) for found in v.findings]
    return opinion(
        findings,
        dossier.project,
        dossier.scorecard,
        dossier.law,
        limits=[Limit[name] for name in case.get("limits", ())],
        has_crashes=case.get("crashes", False),
        is_unseen=case.get("unseen", False),
        is_uncompared=case.get("uncompared", False),
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_opinion_follows_from_findings_and_scores(case: dict[str, Any]) -> None:
    reached = opinion_on(case)
    assert reached.text() == case["says"]
    assert reached.result == case["result"]
    assert reached.unsupported == Decimal(case.get("unsupported", 0))
    assert reached.reason == case.get("reason")


def test_all_results_and_reasons_are_met() -> None:
    assert {case["result"] for case in CASES} == set(Result)
    assert {case["reason"] for case in CASES if "reason" in case} == set(Reason)


@pytest.mark.parametrize(
    ("unsupported", "share", "said"),
    [
        ("38.55", "38.55", "not credible; 38.55 points (38.55%) have no support"),
        ("30.0004", "30.0004", "not credible; 30.0004 points (30.0004%) have no"),
    ],
)
def test_a_share_above_the_limit_never_looks_like_the_limit(
    unsupported: str, share: str, said: str
) -> None:
    points = Decimal(unsupported)
    reached = Opinion(
        Result.NOT_CREDIBLE, None, points, points, points, Decimal(100), Decimal(30)
    )
    assert reached.share == Decimal(share)
    assert reached.text("en").startswith(said)
    assert reached.text("en").endswith("above the limit of 30%")


def test_a_report_with_an_unread_page_does_not_pass() -> None:
    project = load_project(valid_record())
    page = Unread(Source(page=4), SCANNED, unseen=True)
    for unread, result in (((), Result.PASSED), ((page,), Result.UNDECIDED)):
        report = Report("a.pdf", (project,), unread)
        (checked,) = check_report(report, WORKPLACE)
        assert checked.opinion.result is result
