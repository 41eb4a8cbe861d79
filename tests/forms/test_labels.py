"""Labels mean the same however they are printed."""

import re
from pathlib import Path

import pytest
import yaml

from quanheng.forms.labels import is_label, label_key, load_yaml, meaning, unit_in_label

CASES = yaml.safe_load(Path(__file__).with_name("labels.cases.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("group", "label", "expected"),
    [
        (group, label, name)
        for group, rows in CASES.items()
        for label, name in rows.items()
    ],
)
def test_a_label_has_the_listed_meaning(
    group: str, label: str, expected: str | None
) -> None:
    assert meaning(group, label) == expected


def test_every_expression_of_the_catalogue_has_a_case() -> None:
    catalogue = load_yaml("quanheng.forms", "labels.yaml")
    without = [
        (group, name, expression)
        for group, parts in catalogue.items()
        for name, expressions in parts.items()
        for expression in expressions
        if not any(
            said == name and re.fullmatch(expression, label_key(label))
            for label, said in CASES.get(group, {}).items()
        )
    ]
    assert without == []


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("*其中：中央财政（B）：", "中央财政"),
        ("1.项目年度目标", "项目年度目标"),
        ("（二）预算执行情况", "预算执行情况"),
        ("执行率B/A", "执行率"),
        ("２０２１年 度", "2021年度"),
    ],
)
def test_a_key_is_the_bare_label(label: str, key: str) -> None:
    assert label_key(label) == key


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("项目资金（万元）", "万元"),
        ("年度总金额(万元)", "万元"),
        ("金额（单位：元）", "元"),
        ("单位：千元", "千元"),
        ("资金情况/（亿元）", "亿元"),
        ("宣传资料印刷成本", ""),
    ],
)
def test_the_money_unit_is_taken_from_the_label(label: str, unit: str) -> None:
    assert unit_in_label(label) == unit


@pytest.mark.parametrize("text", ["≥95%", "10", "全县12个乡镇", "", "已完成年度任务"])
def test_a_value_is_no_label(text: str) -> None:
    assert not is_label(text)


def test_a_long_text_is_never_a_label() -> None:
    assert meaning("head", "项目名称" * 20) is None
