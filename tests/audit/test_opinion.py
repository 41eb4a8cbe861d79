"""What the findings amount to."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.audit.engine import all_rules, audit
from quanheng.audit.opinion import Opinion, Result, opinion
from quanheng.testing.cases import dossier_of, overlaid, valid_record

CASES = yaml.safe_load(Path(__file__).with_name("opinion.yaml").read_text("utf-8"))


def opinion_on(case: dict[str, Any]) -> Opinion:
    record = overlaid(valid_record(), case.get("given") or {})
    dossier = dossier_of(record, parameters=case.get("parameters"))
    verdicts = audit(dossier, all_rules())
    findings = [finding for verdict in verdicts for finding in verdict.findings]
    return opinion(findings, dossier.scorecard, dossier.law)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_opinion_follows_from_findings_and_scores(case: dict[str, Any]) -> None:
    reached = opinion_on(case)
    assert reached.result == case["result"]
    assert reached.unsupported == Decimal(case["unsupported"])


def test_all_results_are_met() -> None:
    assert {case["result"] for case in CASES} == set(Result)


def test_without_findings_nothing_is_unsupported() -> None:
    record = overlaid(valid_record(), {"indicators": {5: {"actual": "100%"}}})
    dossier = dossier_of(record)
    assert opinion((), dossier.scorecard, dossier.law).unsupported == 0


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("zh", "不可采信，38.55 分没有依据，占 38.55%，超过 30%"),
        (
            "en",
            "not credible; 38.55 points (38.55%) have no support, above the limit "
            "of 30%",
        ),
    ],
)
def test_opinion_names_the_points_that_decided(lang: str, said: str) -> None:
    share = Decimal("38.55")
    reached = Opinion(Result.NOT_CREDIBLE, share, share, Decimal(30))
    assert reached.text(lang) == said


def test_opinion_below_the_limit_says_so() -> None:
    reached = Opinion(Result.NEEDS_CHANGES, Decimal(5), Decimal(5), Decimal(30))
    assert reached.text() == "需修改，5 分没有依据，占 5%，未超过 30%"


def test_opinion_without_unsupported_points_is_one_word() -> None:
    assert Opinion(Result.PASSED, Decimal(0), Decimal(0), Decimal(30)).text() == "通过"
