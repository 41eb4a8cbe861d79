"""What rules say, in the writing of each language."""

import re
from typing import Final

import pytest

from quanheng.audit.engine import all_rules, ask
from quanheng.audit.rule import Rule
from quanheng.tasks.checking.explain_rule import PARTS, explanation_text
from quanheng.testing.cases import load_cases

QUOTED: Final = re.compile(r"“[^”]*”|《[^》]*》")
CHINESE_WRITING: Final = re.compile(r"[、。]|\d\s?[千万亿]?元|\d年\d")
"""Lists, money and days as only Chinese writes them."""
ON_MARKS: Final = {"WD104"}
"""Rules whose message names Chinese marks."""
FOLD: Final = re.compile(r"[一-鿿，。；：、（）“”] +[一-鿿，。；：、（）“”]")
"""A blank that a folded line of YAML left between Chinese signs."""


@pytest.mark.parametrize(
    "rule",
    [rule for rule in all_rules() if rule.code not in ON_MARKS],
    ids=lambda rule: rule.code,
)
def test_english_messages_write_lists_money_and_days_in_english(rule: Rule) -> None:
    for case in load_cases(rule):
        for finding in ask(rule, case.dossier).findings:
            assert not CHINESE_WRITING.search(QUOTED.sub("", finding.message("en")))


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_rule_is_explained_in_chinese(rule: Rule) -> None:
    parts = explanation_text(rule, "zh").split("\n\n")
    assert [part.partition("：")[0] for part in parts] == [p.zh for p in PARTS.values()]
    for part in parts:
        assert part.endswith("。")
        assert not FOLD.search(part)
