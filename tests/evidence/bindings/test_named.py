"""Bindings as people write them, and what is refused with its place."""

import pytest

from quanheng.core.computed.binding import Binding, Condition
from quanheng.core.computed.binding_record import binding_data, read_binding
from quanheng.core.errors import UnreadableFileError
from quanheng.evidence.bindings.named import parse_bindings

FILE = """
# 取数方式
- indicator: 宣传活动举办次数（次）
  from: activities
  measure: count
  where: {level: [市级, 县级], area: ""}
  unit: 次
- {budget: spent.total, from: spending, measure: sum, of: amount, confirmed: false}
- {budget: 全年执行.市级, from: spending, measure: sum, of: amount}
- {budget: received, from: posts, measure: gaps, of: posted_on, limit: 14}
"""


def test_a_file_says_what_each_binding_is_for() -> None:
    first, *money, last = parse_bindings(FILE)
    assert first.name == "宣传活动举办次数（次）"
    assert first.binding == Binding(
        "activities",
        "count",
        where=(Condition("level", ("市级", "县级")), Condition("area", ("",))),
        unit="次",
    )
    assert [entry.name for entry in money] == ["全年执行", "全年执行（市级）"]
    assert [entry.binding.confirmed for entry in money] == [False, True]
    assert last.binding.options == {"limit": "14"}


@pytest.mark.parametrize("entry", parse_bindings(FILE), ids=lambda entry: entry.name)
def test_a_binding_is_read_as_it_is_written(entry: object) -> None:
    binding = entry.binding  # type: ignore[attr-defined]  # a NamedBinding
    assert read_binding(binding_data(binding), "x") == binding


def test_an_empty_file_binds_nothing() -> None:
    assert parse_bindings("# 尚无\n") == ()


@pytest.mark.parametrize(
    ("text", "said", "said_en"),
    [
        ("- {a: [}", "第1行不是合法的 YAML", "line 1 is no YAML"),
        ("a: b", "bindings.yaml 应为列表", "should be a list"),
        ("- 活动", "bindings.yaml 第1项 应为“名称: 值”的结构", "should be a mapping"),
        ("- {from: a, measure: b}", "写明 indicator 或 budget", "indicator or budget"),
        (
            "- {indicator: x, budget: spent, from: a, measure: b}",
            "写明 indicator 或 budget",
            "indicator or budget",
        ),
        ("- {budget: costs, from: a, measure: b}", "budget 应为行.列", "row.column"),
        ("- {indicator: x, measure: b}", "第1项.from 应为一个名称", "a name"),
        ("- {indicator: x, from: a, measure: [b]}", ".measure 应为一个名称", "a name"),
        (
            "- {indicator: x, from: a, measure: b, of: [c]}",
            ".of 应为文字",
            "a text",
        ),
        (
            "- {indicator: x, from: a, measure: b, where: [c]}",
            ".where 应为“字段: 值”",
            "a mapping of fields",
        ),
        (
            "- {indicator: x, from: a, measure: b, where: {c: {d: e}}}",
            ".where.c 应为文字",
            "a list of texts",
        ),
        (
            "- {indicator: x, from: a, measure: b, confirmed: maybe}",
            ".confirmed 应为true 或 false",
            "true or false",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    text: str, said: str, said_en: str
) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        parse_bindings(text)
    assert said in caught.value.text()
    assert said_en in caught.value.text("en")
