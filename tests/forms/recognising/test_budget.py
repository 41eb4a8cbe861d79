"""Budget tables of every design become the same cells."""

from collections.abc import Callable

import pytest

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import text_of
from quanheng.document.blocks import Document
from quanheng.forms.recognise import recognise

Draw = Callable[..., Document]

NAMED = "项目名称 | 图书采购"
MATRIX = """
项目 | 行次 | 总金额(万元) | 财政资金 | < | < | < | < | 上年结转资金 | 其他资金
^ | ^ | ^ | 小计 | 中央级 | 省级 | 市级 | 县区级 | ^ | ^
年初预算资金 | (1) | 60 | 60 | | 20 | | 40 | |
全年预算资金 | (2) | 60 | 60 | | 20 | | 40 | |
实际到位资金 | (3) | 60 | 60 | | 20 | | 40 | |
全年执行资金 | (4) | 57 | 57 | | 20 | | 37 | |
资金结余 | (5)=(3)-(4) | 3 | 3 | | | | 3 | |
预算到位率 | (6)=(3)/(2) | 100 | 100 | | 100 | | 100 | |
预算执行率(%) | (7)=(4)/(2) | 95 | 95 | | 100 | | 92.5 | |
"""
BLOCK = """
项目资金（万元） | | 年初预算数 | 全年预算数A | 全年执行数B | 分值 | 执行率B/A | 得分
^ | 年度资金总额 | 60 | 60 | 57 | 10 | 95% | 9.5
^ | 其中：当年财政拨款 | 60 | 60 | 57 | — | | —
^ | 上年结转资金 | | | | — | | —
^ | 其他资金 | | | | — | | —
"""


def budget(draw: Draw, *texts: str) -> Budget:
    found = recognise(draw(*texts)).projects[0].budget
    assert found is not None
    return found


def cell(read: Budget, row: str, column: str) -> str:
    return text_of(read.cell(BudgetRow(row), BudgetColumn(column)))


def test_the_matrix_has_all_56_cells(draw: Draw) -> None:
    read = budget(draw, MATRIX)
    assert len(read.cells) == 56
    assert cell(read, "spent", "county") == "37"
    assert cell(read, "annual", "fiscal") == "60"
    assert cell(read, "execution_rate", "total") == "95"
    assert text_of(read.unit) == "万元"
    assert read.at.path == "table[1]"


def test_spans_lost_in_a_text_are_found_again(draw: Draw) -> None:
    lost = MATRIX.replace(" | < | < | < | <", "").replace("^ | ^ | ^", " | | ")
    lost = lost.replace("县区级 | ^ | ^", "县区级 | |")
    assert budget(draw, lost).cells.keys() == budget(draw, MATRIX).cells.keys()


def test_rows_as_columns_give_the_same_cells(draw: Draw) -> None:
    read = budget(draw, NAMED, BLOCK)
    assert cell(read, "initial", "total") == "60"
    assert cell(read, "spent", "fiscal") == "57"
    assert cell(read, "execution_rate", "total") == "95%"
    assert cell(read, "annual", "carryover") == ""
    assert text_of(read.weight) == "10"
    assert text_of(read.score) == "9.5"


def test_rows_that_lost_their_empty_cells_are_aligned(draw: Draw) -> None:
    read = budget(
        draw,
        """
项目名称 | 图书采购
预算执行情况 | 年度预算数 | 年初预算 | 调整后预算 | 执行数 | 执行率 | 权重 | 得分
总额 | 50 | 60 | 57 | 95% | 10 | 9.5
其中：财政资金 | 50 | 60 | 57 | 95%
""",
    )
    assert cell(read, "initial", "total") == "50"
    assert cell(read, "annual", "total") == "60"
    assert cell(read, "execution_rate", "fiscal") == "95%"
    assert text_of(read.score) == "9.5"


def test_sources_below_a_label_belong_to_its_row(draw: Draw) -> None:
    read = budget(
        draw,
        """
项目名称 | 图书采购 | < | <
计划安排资金（万元） | 60 | 实际支出（万元） | 57
其中：中央财政 | | 其中：中央财政 |
省财政 | 20 | 省财政 | 20
县（市）财政 | 40 | 县（市）财政 | 37
""",
    )
    assert cell(read, "annual", "total") == "60"
    assert cell(read, "annual", "county") == "40"
    assert cell(read, "spent", "county") == "37"
    assert cell(read, "spent", "central") == ""


@pytest.mark.parametrize(
    ("text", "total", "fiscal"),
    [
        ("项目资金 | 资金总额：60万元 | 财政拨款：50万元", "60万元", "50万元"),
        (
            "资金总额及构成 | 总额60万元，一、财政拨款：50万元，二、其他资金：10万元。",
            "60万元",
            "50万元",
        ),
    ],
)
def test_amounts_inside_a_cell_are_read(
    draw: Draw, text: str, total: str, fiscal: str
) -> None:
    read = budget(draw, NAMED, text)
    assert cell(read, "annual", "total") == total
    assert cell(read, "annual", "fiscal") == fiscal
    assert text_of(read.unit) == "万元"


def test_money_without_a_column_here_is_left_out(draw: Draw) -> None:
    read = budget(draw, NAMED, BLOCK + "^ | 单位资金 | 7 | 7 | 7 | | |")
    assert "7" not in {field.raw for field in read.cells.values()}


def test_an_execution_indicator_opens_no_budget_table(draw: Draw) -> None:
    project = recognise(
        draw(
            """
一级指标 | 二级指标 | 三级指标 | 权重 | 目标值 | 业绩值
预算执行 | 预算执行率 | 资金执行率 | 10 | 100% | 95%
产出指标 | 数量指标 | 举办场次 | 50 | 6场 | 6场
"""
        )
    ).projects[0]
    assert len(project.indicators) == 2
    assert project.budget is None


def test_figures_without_a_label_are_the_total(draw: Draw) -> None:
    read = budget(
        draw,
        """
项目名称 | 图书采购 | < | < | <
项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 执行率
^ | 60 | 60 | 57 | 95%
""",
    )
    assert cell(read, "annual", "total") == "60"
    assert cell(read, "execution_rate", "total") == "95%"


def test_the_unit_may_stand_in_a_cell_of_its_own(draw: Draw) -> None:
    block = BLOCK.replace("（万元）", "")
    read = budget(draw, "项目名称 | 图书采购 | 单位：千元", block)
    assert text_of(read.unit) == "千元"
