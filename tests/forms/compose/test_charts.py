"""Charts of a project's figures: what is drawn, and what is said not to be."""

from decimal import Decimal

import pytest

from quanheng.core.report import Project, Report
from quanheng.document.blocks import Contents
from quanheng.document.chart import Bar, Chart, ChartKind
from quanheng.document.table import Table
from quanheng.forms.compose import compose
from quanheng.forms.composing.charts import charts
from quanheng.office.plain_yaml import parse_yaml
from quanheng.record.load import load_project
from quanheng.tasks.checking.score_report import score_report
from quanheng.testing.cases import WORKPLACE
from tests.forms.compose.conftest import NATIONAL, example


def drawn(project: Project) -> dict[ChartKind, Chart]:
    (scored,) = score_report(Report("a.yaml", (project,)), WORKPLACE)
    return {chart.kind: chart for chart in charts(project, scored.scorecard)}


def bars(project: Project, kind: ChartKind) -> dict[str, Bar]:
    return {bar.label: bar for bar in drawn(project)[kind].bars}


def test_scores_stand_in_their_weight_beside_the_recomputed_ones() -> None:
    found = bars(example("county_library"), ChartKind.SCORES)
    bar = found["新书上架及时率（%）"]
    assert (bar.whole, bar.value, bar.second) == (
        Decimal(7),
        Decimal("6.78"),
        Decimal("6.78"),
    )
    assert bar.figures == ("7", "6.78", "6.78")
    assert bar.remark == ""


def test_a_score_that_can_not_be_computed_is_said_so_and_never_zero() -> None:
    bar = bars(example("publicity_project"), ChartKind.SCORES)["宣传天数（天）"]
    assert bar.second is None
    assert bar.figures == ("12.85", "12.85", "无法计算")
    assert bar.remark == "目标值“一年”与业绩值“100%”量纲不同，无法比较和计分"


@pytest.mark.parametrize(
    ("name", "row", "value", "whole"),
    [
        ("county_library", "新购图书数量（册）", Decimal("102.5"), Decimal(100)),
        ("county_library", "免费开放制度健全程度", None, None),
        ("publicity_project", "宣传天数（天）", None, Decimal(100)),
    ],
)
def test_completion_is_drawn_where_target_and_actual_compare(
    name: str, row: str, value: Decimal | None, whole: Decimal | None
) -> None:
    bar = bars(example(name), ChartKind.COMPLETION)[row]
    assert (bar.value, bar.whole) == (value, whole)
    assert bool(bar.remark) is (value is None)


def test_completion_keeps_the_texts_of_the_form() -> None:
    bar = bars(example("county_library"), ChartKind.COMPLETION)["新购图书数量（册）"]
    assert bar.figures == ("≥6000册", "6150册", "102.5%")


def test_money_flows_from_the_initial_budget_to_the_balance() -> None:
    found = bars(example("county_library"), ChartKind.MONEY)
    assert {name: bar.value for name, bar in found.items()} == {
        "年初预算": Decimal(48),
        "全年预算": Decimal(50),
        "实际到位": Decimal(50),
        "全年执行": Decimal("49.2"),
        "资金结余": Decimal("0.8"),
    }
    assert found["全年执行"].figures == ("49.2", "财政资金49.2", "执行率98.4%")


def test_money_in_other_units_is_drawn_in_wan() -> None:
    told = NATIONAL.replace("unit: 万元", "unit: 元").replace(
        "total: 190,", "total: 1900000,"
    )
    found = bars(load_project(parse_yaml(told)), ChartKind.MONEY)
    assert found["全年执行"].value == Decimal(190)


def test_an_unreadable_amount_is_not_drawn() -> None:
    told = NATIONAL.replace("total: 190,", "total: 见附表,")
    bar = bars(load_project(parse_yaml(told)), ChartKind.MONEY)["全年执行"]
    assert (bar.value, bar.remark) == (None, "原表写为“见附表”")


def test_there_is_no_chart_without_a_figure() -> None:
    assert drawn(load_project(parse_yaml("project: {name: 甲项目}"))) == {}


@pytest.mark.parametrize(
    ("form", "before"), [("shanxi", Contents), ("national", Table)]
)
def test_charts_stand_below_the_contents_or_the_form(form: str, before: type) -> None:
    report = Report("a.yaml", (example("county_library"),))
    cards = [one.scorecard for one in score_report(report, WORKPLACE)]
    blocks = compose(report, form, cards).blocks
    first = next(n for n, block in enumerate(blocks) if isinstance(block, Chart))
    above = [b for b in blocks[:first] if not getattr(b, "is_small", False)]
    assert isinstance(above[-1], before)
    titles = [block.title for block in blocks if isinstance(block, Chart)]
    assert titles == ["图1 分值与得分", "图2 目标与完成", "图3 资金流向"]
    rest = tuple(block for block in blocks if not isinstance(block, Chart))
    assert rest == compose(report, form).blocks


def test_figure_and_table_tell_one_rate_of_an_upper_limit() -> None:
    bar = bars(example("publicity_project/report"), ChartKind.COMPLETION)[
        "宣传资料印刷成本（元）"
    ]
    assert bar.figures == ("≤60000元", "58000元", "103.45%")
