"""What is proposed for unbound values, why, and how it is written down."""

import pytest

from quanheng.core.report import Project
from quanheng.evidence.bindings.compute import Ground
from quanheng.evidence.bindings.named import parse_bindings
from quanheng.evidence.bindings.suggest import SUGGESTED, Suggestion, Unbound, suggest
from quanheng.evidence.bindings.writing import appended
from quanheng.evidence.measures.base.catalogue import measure_named
from quanheng.law.load import load_book
from quanheng.record.load import load_report
from quanheng.registers.kind import FieldType
from quanheng.registers.kinds import kinds

LAW = load_book().law()


def test_every_unbound_value_gets_a_proposal_or_a_reason(
    project: Project, ground: Ground
) -> None:
    found = tuple(suggest(project, (), ground, LAW))
    said = {
        one.named.name: (one.named.binding.measure, one.why.zh)
        for one in found
        if isinstance(one, Suggestion)
    }
    assert said == {
        "指标2：宣传资料印刷成本（元）": ("sum", "名称含“印刷”“成本”，单位为元"),
        "群众满意度": ("survey_rate", "名称含“满意”"),
    }
    assert {
        one.indicator.title: one.why.zh for one in found if isinstance(one, Unbound)
    } == {
        "展示成就": "目标值不是数值，取数结果无法与目标比较",
        "参会领导级别": "名称和单位无对应的台账",
    }
    assert not any(
        one.named.binding.confirmed for one in found if isinstance(one, Suggestion)
    )


def test_what_is_proposed_is_written_for_a_person_to_confirm(
    project: Project, ground: Ground
) -> None:
    found = [
        one for one in suggest(project, (), ground, LAW) if isinstance(one, Suggestion)
    ]
    text = appended("", found)
    assert "# 名称含“印刷”“成本”，单位为元；取数结果 29000元\n" in text
    assert "暂无法取数：佐证文件夹中无调查台账（surveys）" in text
    assert parse_bindings(text) == tuple(one.named for one in found)
    again = appended(text, found[:1])
    assert again.startswith(text)
    assert len(parse_bindings(again)) == len(found) + 1
    assert appended("- {indicator: x, from: a, measure: b}", found).count("- ") == 3
    assert appended("", []) == ""


def test_what_waits_for_a_person_is_not_proposed_again(
    project: Project, ground: Ground
) -> None:
    waiting = parse_bindings(
        "- {indicator: 群众满意度, from: surveys, measure: survey_rate, "
        "confirmed: false}"
    )
    found = suggest(project, waiting, ground, LAW)
    names = [one.named.name for one in found if isinstance(one, Suggestion)]
    assert names == ["指标2：宣传资料印刷成本（元）"]


@pytest.mark.parametrize(
    ("name", "target", "said"),
    [
        ("宣传活动举办次数（次）", "2", "activities count"),
        ("宣传资料质量达标率（%）", "100%", "materials share"),
        ("宣传知晓率（%）", "95%", "surveys awareness"),
        ("宣传天数（天）", "365", "activities days_spanned"),
        ("宣传资料印刷成本（元）", "30000", "materials sum"),
        ("印发宣传手册", "500册", "materials sum"),
        ("典型经验入选市级以上案例数（个）", "1", "cases count"),
        ("宣传对象满意度", "95%", "surveys survey_rate"),
        ("信访事项按期办结率", "95%", "petitions on_time_rate"),
        ("受理信访件", "20件", "petitions count"),
        ("一次性化解率", "80%", "petitions share"),
        ("832平台采购额", "3万元", "orders sum"),
        ("舆情回应及时率", "100%", "concerns on_time_rate"),
        ("网民留言按时答复率", "100%", "messages on_time_rate"),
        ("农特产品帮销金额", "50万元", "orders sum"),
        ("带动农户", "100户", "producers households_helped"),
        ("脱贫地区农副产品预留份额", "10%", "purchases reserve_share"),
        ("公众号发布信息", "100条", "posts count"),
        ("重点任务按期完成率", "100%", "tasks on_time_rate"),
        ("问卷回收率", "80%", "surveys response_rate"),
    ],
)
def test_name_and_unit_lead_to_a_register(
    name: str, target: str, said: str, ground: Ground
) -> None:
    record = {"indicators": [{"level3": name, "target": target, "actual": ""}]}
    project = load_report(record, "x").projects[0]
    (found,) = suggest(project, (), ground, LAW)
    assert isinstance(found, Suggestion)
    binding = found.named.binding
    assert f"{binding.register} {binding.measure}" == said


@pytest.mark.parametrize(
    ("name", "target", "of", "where"),
    [
        ("信访及时受理率", "95%", "noticed_on", {}),
        ("受理信访件数", "20件", "", {"handling": ("受理",)}),
        ("832平台采购额", "3万元", "amount", {"platform": ("832平台",)}),
    ],
)
def test_a_name_leads_to_what_counts(
    name: str, target: str, of: str, where: dict[str, tuple[str]], ground: Ground
) -> None:
    record = {"indicators": [{"level3": name, "target": target, "actual": ""}]}
    project = load_report(record, "x").projects[0]
    (found,) = suggest(project, (), ground, LAW)
    assert isinstance(found, Suggestion)
    assert found.named.binding.of == of
    said = {c.field: c.values for c in found.named.binding.where}
    assert where.items() <= said.items()


def test_proposals_name_fields_and_options_that_there_are() -> None:
    text = "".join(
        f"- {{indicator: x, {_flow(record['binding'])}}}\n"
        for record in LAW.records(SUGGESTED)
    )
    for entry in parse_bindings(text):
        binding, kind = entry.binding, kinds()[entry.binding.register]
        measure = measure_named(binding.measure)
        assert measure.register in ("", kind.name)
        assert set(binding.options) <= set(measure.options)
        names = {field.name for field in kind.fields}
        used = {c.field for c in binding.where} | {binding.of} - {""}
        used |= {
            value
            for option, value in binding.options.items()
            if option not in ("limit", "in", "max_extension")
        }
        assert used <= names
        if measure.of:
            assert kind.field(binding.of).type in measure.of
        for condition in binding.where:
            field = kind.field(condition.field)
            if field.type is FieldType.CHOICE:
                assert set(condition.values) - {""} <= set(field.choices)


def _flow(binding: object) -> str:
    assert isinstance(binding, dict)
    pairs = (f"{key}: {_said(value)}" for key, value in binding.items())
    return ", ".join(pairs)


def _said(value: object) -> str:
    if isinstance(value, dict):
        return "{" + _flow(value) + "}"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_said, value)) + "]"
    return f"'{value}'"
