"""What is computed for a project, and how it stands beside what was typed."""

from dataclasses import replace
from decimal import Decimal

import pytest

from quanheng.core.bilingual import NO_WORDS, Words
from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.computed.binding import Binding
from quanheng.core.computed.measured import Computed, Measured, rows_in_words
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.evidence.bindings.agreement import Tolerances, agrees, typed_in_unit
from quanheng.evidence.bindings.compute import Ground, compute
from quanheng.evidence.bindings.filled_project import with_computed
from quanheng.evidence.bindings.named import NamedBinding, parse_bindings
from quanheng.evidence.bindings.project import belongs_to, values_of
from quanheng.evidence.bindings.trace import traced
from quanheng.evidence.evidence import Evidence

FOLDER = """
- {indicator: 宣传资料印刷成本, from: materials, measure: sum, of: total}
- {indicator: 宣传活动次数（次）, from: posts, measure: count}
- {indicator: 群众满意度, from: surveys, measure: survey_rate}
- {indicator: 参会领导级别, from: activities, measure: count, confirmed: false}
- {indicator: 没有的指标, from: activities, measure: count}
- {budget: spent.municipal, from: spending, measure: sum, of: amount, unit: 万元}
- {budget: received, from: spending, measure: sum, of: amount}
"""
TOTAL = BudgetRow.SPENT, BudgetColumn.TOTAL
MUNICIPAL = BudgetRow.SPENT, BudgetColumn.MUNICIPAL


@pytest.fixture
def named() -> tuple[NamedBinding, ...]:
    return parse_bindings(FOLDER)


@pytest.fixture
def evidence(
    project: Project, named: tuple[NamedBinding, ...], ground: Ground
) -> Evidence:
    values = values_of(project, named, ground)
    return Evidence(indicators=values.indicators, money=values.money)


def test_confirmed_bindings_are_computed_and_the_record_leads(
    evidence: Evidence,
) -> None:
    found = {
        at: c.measured and c.measured.text for at, c in evidence.indicators.items()
    }
    assert found == {1: "2次", 2: "29000元", 3: None}
    money = {c.name: c.measured and c.measured.text for c in evidence.money}
    assert money == {"全年执行": "98000.5元", "全年执行（市级）": "9.80005万元"}
    assert evidence.indicators[3].why is not None
    assert evidence.indicators[3].why.zh == "佐证文件夹中无调查台账（surveys）"


def test_bindings_without_a_value_are_known(
    project: Project, named: tuple[NamedBinding, ...]
) -> None:
    lost = [entry.name for entry in named if not belongs_to(entry, project)]
    assert lost == ["没有的指标", "实际到位"]


def test_blank_cells_are_filled_and_typed_ones_stay(
    project: Project, evidence: Evidence
) -> None:
    filled = with_computed(project, evidence, over_typed=False)
    actuals = [row.actual.raw if row.actual else None for row in filled.indicators]
    assert actuals == ["", "3次", "29000元", "95%", "达成", "2级"]
    assert filled.budget is not None
    assert filled.budget.cells[TOTAL].raw == "9.80005"
    assert filled.budget.cells[MUNICIPAL].raw == "9"
    assert filled.budget.spent == Decimal("98000.5")


def test_for_scores_a_typed_value_gives_way(
    project: Project, evidence: Evidence
) -> None:
    computed = with_computed(project, evidence, over_typed=True)
    actuals = [row.actual.raw if row.actual else None for row in computed.indicators]
    assert actuals == ["", "2次", "29000元", "95%", "达成", "2级"]
    assert computed.budget is not None
    assert computed.budget.cells[MUNICIPAL].raw == "9.80005"


def test_a_value_without_a_cell_has_the_row_as_its_place(ground: Ground) -> None:
    row = Indicator(Field("活动"))
    project = Project(table=IndicatorTable((row,)))
    named = parse_bindings("- {indicator: 活动, from: activities, measure: count}")
    found = values_of(project, named, ground).indicators[0]
    assert found.typed.at == row.at
    filled = with_computed(project, Evidence(indicators={0: found}), over_typed=False)
    assert filled.indicators[0].actual is not None
    assert filled.indicators[0].actual.raw == "2条"


def test_a_sentence_says_where_a_value_is_from(evidence: Evidence) -> None:
    said = traced(evidence.indicators[1])
    assert said.zh == (
        "宣传活动次数 2次 取自宣传活动台账（2021-01-01至2021-12-31）：符合条件的"
        "记录共2次；记录第2、3行；宣传活动台账未标明登记完毕（closed），"
        "取数结果为初步数；"
        "填报“3次”，与台账不符"
    )
    assert said.en.endswith("the value is preliminary; typed: “3次”, which differs")
    assert "rows 2, 3; " in said.en
    blank = traced(evidence.indicators[2])
    assert "未填报，以台账为准" in blank.zh
    lacking = traced(evidence.indicators[3])
    assert lacking.zh == (
        "群众满意度无法按台账取数：佐证文件夹中无调查台账（surveys）；按填报值“95%”"
    )


def test_a_rate_names_interval_warnings_and_the_rows_of_other_registers(
    evidence: Evidence,
) -> None:
    measured = Measured(
        Decimal(95),
        "%",
        [2],
        (),
        Words("率", "rate"),
        (Words("样本少", "few"),),
        (Decimal("91.04"), Decimal("97.26")),
        also={"survey_options": [3, 4]},
    )
    said = traced(replace(evidence.indicators[3], measured=measured, why=None))
    assert said.zh == (
        "群众满意度 95% 取自率；记录第2行；调查选项表第3、4行；置信区间 91.04%–97.26%；"
        "填报“95%”，与台账一致；样本少"
    )
    assert "Survey options rows 3, 4; interval 91.04%–97.26%" in said.en
    assert rows_in_words([]) == Words("无", "none")


def test_a_binding_to_no_kind_of_register_says_which_there_are(ground: Ground) -> None:
    found = compute("x", Field("2"), Binding("events", "count"), ground)
    assert found.measured is None
    assert found.why is not None
    assert "无名称为“events”的台账种类；可用：activities、" in found.why.zh


def test_money_in_a_foreign_unit_stands_with_its_unit(
    project: Project, evidence: Evidence
) -> None:
    (total, _) = evidence.money
    assert total.measured is not None
    odd = replace(total, measured=replace(total.measured, unit="份"))
    lost = replace(total, typed=Field("another cell"))
    money = Evidence(money=(odd, lost))
    filled = with_computed(project, money, over_typed=False)
    assert filled.budget is not None
    assert filled.budget.cells[TOTAL].raw == "98000.5份"
    bare = with_computed(Project(), money, over_typed=True)
    assert bare == Project()


def test_of_many_rows_the_first_ten_are_named(evidence: Evidence) -> None:
    found = evidence.indicators[1]
    assert found.measured is not None
    many = replace(found.measured, used=range(2, 1002))
    said = traced(replace(found, measured=many))
    assert "记录第2、3、4、5、6、7、8、9、10、11等1000行" in said.zh
    assert "rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 … (1000 in all)" in said.en


@pytest.mark.parametrize(
    ("typed", "head", "value", "unit", "same"),
    [
        ("2次", "", "2", "次", True),
        ("2", "次", "2", "次", True),
        ("3次", "", "2", "次", False),
        ("10", "万元", "100000", "元", True),
        ("10万", "万元", "100000", "元", True),
        ("10万元", "元", "100000", "元", True),
        ("30", "元", "300000", "元", False),
        ("95%", "", "95", "%", True),
        ("95.01%", "", "95", "%", True),
        ("95.02%", "", "95", "%", False),
        ("100%", "天", "365", "天", None),
        ("一年", "天", "365", "天", None),
        ("达成", "", "1", "个", None),
        ("", "次", "2", "次", None),
    ],
)
def test_typed_and_computed_agree(
    typed: str, head: str, value: str, unit: str, same: bool | None
) -> None:
    measured = Measured(Decimal(value), unit, (), (), NO_WORDS)
    binding = Binding("activities", "count")
    allowed = Tolerances(rate=Decimal("0.01")).of(unit)
    typed_field = Field(typed)
    computed = Computed("x", typed_field, binding, measured, None, head, allowed)
    assert agrees(computed) is same
    assert (typed_in_unit(computed) is None) is (same is None)
