"""A new rule is laid out to be filled in, or refused in one sentence."""

from pathlib import Path
from runpy import run_path

import pytest

from quanheng.audit.rule import Rule
from quanheng.testing.cases import load_cases
from quanheng.testing.new_rule.lay_out import FILL_IN, lay_out_rule, left_to_fill_in


def test_rule_cases_and_fragment_are_laid_out(tmp_path: Path) -> None:
    paths = lay_out_rule(tmp_path, "GL199", "laid-out-by-the-test")
    assert [str(path.relative_to(tmp_path)) for path in paths] == [
        "src/quanheng/audit/rules/goal/gl199_laid_out_by_the_test.py",
        "src/quanheng/audit/rules/goal/gl199_laid_out_by_the_test.cases.yaml",
        "changelog.d/gl199.rule.md",
    ]
    assert all(left_to_fill_in(path) for path in paths)


def test_the_stub_runs_and_its_cases_load(tmp_path: Path) -> None:
    path, *_ = lay_out_rule(tmp_path, "GL199", "laid-out-by-the-test")
    rule = run_path(str(path))["laid_out_by_the_test"]
    assert isinstance(rule, Rule)
    assert FILL_IN in rule.message.zh
    assert [bool(case.expect) for case in load_cases(rule)] == [True, False]


@pytest.mark.parametrize(
    ("code", "name", "why"),
    [
        ("", "goal-too-long", "two capital letters and three digits"),
        ("gl105", "goal-too-long", "two capital letters and three digits"),
        ("XX101", "goal-too-long", "No family XX; there are BG, "),
        ("GL101", "goal-too-long", "GL101 is annual-goal-missing"),
        ("GL199", "", "small letters joined by hyphens"),
        ("GL199", "Goal_Too_Long", "small letters joined by hyphens"),
        ("GL199", "annual-goal-missing", "named annual-goal-missing already"),
    ],
)
def test_what_cannot_be_taken_is_refused(
    tmp_path: Path, code: str, name: str, why: str
) -> None:
    with pytest.raises(ValueError, match=why):
        lay_out_rule(tmp_path, code, name)
    assert not list(tmp_path.iterdir())
