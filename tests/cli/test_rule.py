"""``quanheng rule`` explains what can be named in a selection."""

import pytest

from quanheng.answers.rules.example import example_text
from quanheng.audit.engine import all_rules
from quanheng.audit.rule import Rule
from tests.conftest import Quanheng


def test_rule_shows_basis_parameters_and_an_example(quanheng: Quanheng) -> None:
    said = quanheng("rule", "WT101").out
    assert "依据：财预〔2020〕10号 第十三条（尚未核对原文）" in said
    assert "self_evaluation.weight_tolerance = 0.01" in said
    assert "少一分\n    indicators[1].weight：9\n    → 各项权重合计为99分" in said


def test_rule_is_known_by_its_name(quanheng: Quanheng) -> None:
    assert quanheng("rule", "weights-not-100").out == quanheng("rule", "WT101").out


@pytest.mark.parametrize(
    "arguments", [("BG3",), ("--family", "bg3"), ("--family", "BG3")]
)
def test_family_is_listed(quanheng: Quanheng, arguments: tuple[str, ...]) -> None:
    lines = quanheng("rule", *arguments).out.splitlines()
    assert lines
    assert all(line.startswith("BG3") for line in lines)


def test_severity_is_listed(quanheng: Quanheng) -> None:
    lines = [line for line in quanheng("rule", "error").out.splitlines() if line]
    assert all("  错误  " in line for line in lines)


def test_waiver_rules_are_explained_too(quanheng: Quanheng) -> None:
    assert "豁免已过期" in quanheng("rule").out
    assert "until" in quanheng("rule", "WV101", "--lang", "en").out


def test_unknown_rule_is_refused_with_the_nearest(quanheng: Quanheng) -> None:
    answer = quanheng("rule", "weights-not-10")
    assert answer.code == 2
    assert answer.err == "无规则 weights-not-10；最接近的是 weights-not-100\n"


def test_preview_lists_only_such_rules(quanheng: Quanheng) -> None:
    lines = [line for line in quanheng("rule", "--preview").out.splitlines() if line]
    preview = [rule.code for rule in all_rules() if rule.status == "preview"]
    assert [line[:5] for line in lines] == preview
    assert all(line.endswith("（试行）") for line in lines)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_has_an_example(rule: Rule) -> None:
    assert example_text(rule, "zh")
