"""No rule on registers calls anything clean that it could not go through."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from quanheng.audit.engine import Outcome, all_rules, ask
from quanheng.audit.rule import Need, Rule
from quanheng.testing.cases import Case, load_cases

ON_EVIDENCE = [r for r in all_rules() if r.needs in (Need.EVIDENCE, Need.REGISTER)]
ON_FILES = {"EV201", "EV202", "EV203"}
"""These go through proof files, not entries."""

LACKS: Mapping[str, Any] = {
    "open": lambda given: {"closed": []},
    "file not read": lambda given: {
        "unread_files": {name: [f"{name}2.xlsx"] for name in given["registers"]}
    },
    "row refused": lambda given: {
        "registers": {
            name: [*rows, dict.fromkeys(rows[0], "\N{REPLACEMENT CHARACTER}")]
            for name, rows in given["registers"].items()
        },
        "unread": list(given["registers"]),
    },
    "absent": lambda given: {
        "registers": {},
        "unread_files": {"": ["damaged.xlsx"]},
    },
}


def clean_cases() -> Iterator[Case]:
    """The cases that are clean as long as nothing lacks."""
    for rule in ON_EVIDENCE:
        for case in load_cases(rule):
            given = case.evidence or {}
            rows = given.get("registers") or {}
            is_clean = case.outcome is Outcome.CLEAN and rule.code not in ON_FILES
            if is_clean and rows and all(rows.values()):
                yield case


@pytest.mark.parametrize("lack", LACKS)
@pytest.mark.parametrize(
    "case", list(clean_cases()), ids=lambda case: f"{case.rule.code}-{case.name}"
)
def test_nothing_is_clean_by_a_register_that_lacks(case: Case, lack: str) -> None:
    given = dict(case.evidence or {})
    verdict = ask(case.rule, replace(case, evidence=given | LACKS[lack](given)).dossier)
    assert verdict.crash == ""
    assert verdict.outcome in (Outcome.INSUFFICIENT_DATA, Outcome.HIT)
    assert all(reason.zh and reason.en for reason in verdict.not_judged)


@pytest.mark.parametrize("rule", ON_EVIDENCE, ids=lambda rule: rule.code)
def test_a_rule_on_registers_names_them(rule: Rule) -> None:
    # EV204 goes through whatever register a binding names.
    by_itself = ON_FILES | {"EV204"}
    assert bool(rule.registers) is (rule.code not in by_itself)
