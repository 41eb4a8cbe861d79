"""Which rules a selection asks, and which findings it shows."""

from dataclasses import replace

import pytest

from quanheng.audit.choosing.profiles import PROFILES
from quanheng.audit.choosing.selection import Selection, chosen_rules, shown_only
from quanheng.audit.choosing.selector import require_known
from quanheng.audit.engine import Finding, Outcome, Verdict
from quanheng.audit.rule import Hit, Rule, Severity, Status
from quanheng.core.errors import QuanhengError
from quanheng.core.source import Source

HERE = Source(paragraph=1)


@pytest.mark.parametrize(
    ("select", "ignore", "asked", "left_out"),
    [
        ("", "", "BG301 WT101", ""),
        ("BG", "", "BG301 BG101", "WT101"),
        ("bg3", "", "BG301", "BG101"),
        ("weights-not-100", "", "WT101", "WT102"),
        ("BG BG302", "BG3", "BG302 BG101", "BG301"),
        ("BG3", "BG", "BG301", "BG101"),
        ("", "BG", "WT101", "BG301"),
        ("BG301", "BG301", "", "BG301"),
        ("all", "WT", "BG301", "WT101"),
        ("error", "", "BG301 WT101", ""),
    ],
)
def test_narrower_selector_wins(
    rules: dict[str, Rule], select: str, ignore: str, asked: str, left_out: str
) -> None:
    selection = Selection(tuple(select.split()), tuple(ignore.split()))
    codes = {rule.code for rule in chosen_rules(list(rules.values()), selection)}
    assert set(asked.split()) <= codes
    assert not set(left_out.split()) & codes


@pytest.mark.parametrize(
    ("selection", "asked"),
    [
        (Selection(), False),
        (Selection(preview=True), True),
        (Selection(select=("WT101",)), True),
        (Selection(select=("WT",)), False),
        (Selection(preview=True, ignore=("WT101",)), False),
    ],
)
def test_preview_rule_speaks_only_when_asked(
    rules: dict[str, Rule], selection: Selection, asked: bool
) -> None:
    rule = replace(rules["WT101"], status=Status.PREVIEW)
    assert selection.takes(rule) is asked


@pytest.mark.parametrize(
    ("select", "ignore", "shown"),
    [
        ((), (), True),
        (("error",), (), False),
        (("warning",), (), True),
        ((), ("warning",), False),
        ((), ("info",), True),
    ],
)
def test_severity_decides_what_is_shown(
    rules: dict[str, Rule],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    shown: bool,
) -> None:
    lesser = Hit(at=HERE, severity=Severity.WARNING)
    finding = Finding(rules["WT101"], lesser)
    verdict = Verdict(finding.rule, Outcome.HIT, (finding,))
    kept = shown_only([verdict], Selection(select, ignore))
    assert [v.rule.code for v in kept] == (["WT101"] if shown else [])


def test_severity_is_set_by_the_narrowest_selector(rules: dict[str, Rule]) -> None:
    severities = {"BG": Severity.INFO, "BG301": Severity.WARNING}
    selection = Selection(select=("BG",), severities=severities)
    chosen = {r.code: r for r in chosen_rules(list(rules.values()), selection)}
    assert chosen["BG301"].severity is Severity.WARNING
    assert chosen["BG302"].severity is Severity.INFO


def test_lesser_case_is_never_graver_than_the_set_severity(
    rules: dict[str, Rule],
) -> None:
    rule = replace(rules["WT101"], severity=Severity.INFO)
    hit = Hit(at=HERE, severity=Severity.WARNING)
    assert Finding(rule, hit).severity is Severity.INFO


@pytest.mark.parametrize(
    ("selector", "near"),
    [
        ("BG999", "BG"),
        ("unit-conflit", "unit-conflict"),
        ("eror", "error"),
        ("VL1O1", "VL101"),
    ],
)
def test_unknown_selector_is_refused_with_the_nearest(
    rules: dict[str, Rule], selector: str, near: str
) -> None:
    with pytest.raises(QuanhengError, match=selector) as refused:
        require_known([selector], rules.values())
    assert near in refused.value.hint.zh
    assert near in refused.value.hint.en


def test_selector_near_nothing_points_to_the_list(rules: dict[str, Rule]) -> None:
    with pytest.raises(QuanhengError) as refused:
        require_known(["预算"], rules.values())
    assert refused.value.hint.en == "quanheng rule lists them all"


@pytest.mark.parametrize("name", PROFILES)
def test_profiles_name_rules_that_exist(rules: dict[str, Rule], name: str) -> None:
    require_known(PROFILES[name].ignore, rules.values())
