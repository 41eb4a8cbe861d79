"""The ledger of duties and the rules keep each other complete."""

import pytest

from quanheng.audit.choosing.selector import reach
from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Rule
from quanheng.testing.ledger import MARKS, Duty, duties, ledger_page

RULES = all_rules()
EVERY_DUTY = pytest.mark.parametrize("duty", duties(), ids=lambda duty: duty.text.en)


@EVERY_DUTY
def test_every_named_rule_exists(duty: Duty) -> None:
    for selector in duty.selectors:
        assert any(reach(selector, rule) for rule in RULES), selector


@EVERY_DUTY
def test_duty_has_a_source_and_what_no_rule_covers_is_said(duty: Duty) -> None:
    assert duty.source
    assert duty.mark in MARKS
    assert duty.selectors or duty.open.zh


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_serves_a_duty(rule: Rule) -> None:
    assert any(rule in duty.rules(RULES) for duty in duties())


def test_fourteen_rules_of_reviewers_are_there() -> None:
    of_reviewers = [duty for duty in duties() if "Fourteen" in duty.part.en]
    numbers = [int(duty.text.zh.split()[0]) for duty in of_reviewers]
    assert numbers == list(range(1, 15))


def test_page_links_to_the_rules() -> None:
    page = ledger_page(RULES)
    assert "[BG302](rules/BG302.md)" in page
    assert page.count("\n| ") == len(duties()) + len({d.part for d in duties()})
