"""What each amount is: by labels, order and arithmetic; no text is an amount."""

from collections.abc import Callable

import pytest

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.field import text_of
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.forms.recognise import recognise
from tests.forms.conftest import draw_table

Draw = Callable[..., Document]

NAMED = "项目名称 | 图书采购"
CASES = {
    "two budgets, the first is the initial one": (
        "项目资金 | 预算数 | 调整后预算数 | 执行数 | 执行率\n^ | 60 | 50 | 45 | 90%",
        "initial.total=60 annual.total=50 spent.total=45 execution_rate.total=90%",
    ),
    "an unknown head is decided by what its amounts come to": (
        "资金（万元） | 钱款 | 执行数 | 执行率\n合计 | 50 | 45 | 90%\n"
        "财政拨款 | 40 | 36 | 90%",
        "annual.total=50 spent.total=45 execution_rate.total=90%"
        " annual.fiscal=40 spent.fiscal=36 execution_rate.fiscal=90%",
    ),
    "no heads at all: what the rate proves": (
        "项目资金（万元） | 资金总额 | 60 | 50 | 45 | 90%",
        "annual.total=50 spent.total=45 execution_rate.total=90%",
    ),
    "no heads and no rate: nothing is sure": ("资金总额 | 60 | 50 | 45", ""),
    "the corner names the labels below it": (
        "预算执行情况 | 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数\n"
        "^ | 总额 | 60 | 50 | 45\n^ | 其中：财政资金 | 60 | 50 | 45",
        "initial.total=60 annual.total=50 spent.total=45"
        " initial.fiscal=60 annual.fiscal=50 spent.fiscal=45",
    ),
    "labels below several heads take no column away": (
        "资金（万元） | < | 年初预算数 | 全年预算数 | 全年执行数\n"
        "年度资金总额 | < | 48 | 48 | 38\n"
        "按收入性质分： | < | < | 按支出性质分： | <\n"
        "财政拨款：19 | < | < | 基本支出：18 | <\n"
        "其他资金：29 | < | < | 项目支出：30 | <",
        "initial.total=48 annual.total=48 spent.total=38"
        " annual.fiscal=19 annual.other=29",
    ),
    "dashes below heads stand in their columns": (
        "资金（万元） | 年初预算数 | 全年预算数 | 全年执行数\n"
        "年度资金总额 | 48 | 48 | 38\n其他资金 | — | — | —",
        "initial.total=48 annual.total=48 spent.total=38"
        " initial.other=— annual.other=— spent.other=—",
    ),
    "a line that numbers the columns": (
        "资金来源 | 年初预算数 | 全年预算数 | 执行数\n栏次 | 1 | 2 | 3\n"
        "合计 | 60 | 50 | 45",
        "initial.total=60 annual.total=50 spent.total=45",
    ),
    "one head for an amount and its rate": (
        "来源 | 中央 | 合计 | 执行数/执行率\n | 20 | 50 | 45/90%",
        "annual.central=20 annual.total=50 spent.total=45 execution_rate.total=90%",
    ),
    "heads of two rows: the money, and its sources": (
        "项目资金（万元） | 全年预算数 | < | 全年执行数 | <\n"
        "^ | 合计 | 财政拨款 | 合计 | 财政拨款\n^ | 50 | 40 | 45 | 36",
        "annual.total=50 annual.fiscal=40 spent.total=45 spent.fiscal=36",
    ),
    "rows of money down, their sources beside": (
        "年初预算数 | 合计 | 60\n^ | 财政拨款 | 40\n"
        "全年执行数 | 合计 | 45\n^ | 财政拨款 | 36",
        "initial.total=60 initial.fiscal=40 spent.total=45 spent.fiscal=36",
    ),
    "label and amount in one cell, in any script": (
        "資金（萬元） | 年初預算數：60 | 全年預算數:50 | 執行數：45",
        "initial.total=60 annual.total=50 spent.total=45",
    ),
    "an amount and what it is made of": (
        "预算数 | 50万元，其中：财政拨款40万元 | 执行数 | 45万元",
        "annual.total=50万元 annual.fiscal=40万元 spent.total=45万元",
    ),
    "amounts among other things": (
        "项目负责人 | 王某 | 预算金额（万元） | 50\n"
        "联系电话 | 1234567 | 支出金额（万元） | 45",
        "annual.total=50 spent.total=45",
    ),
    "the last sign of a head slipped into its cell": (
        "项目资金 | 年初预算 | 全年预算数 | 执行数\n合计 | 数\\n60 | 50 | 45",
        "initial.total=60 annual.total=50 spent.total=45",
    ),
    "a label as the value of another is no amount": (
        "资金性质 | 财政拨款\n预算金额 | 50 | 实际支出 | 45",
        "annual.total=50 spent.total=45",
    ),
    "a text that begins with a number is no amount": (
        "预算数 | 2022年设备更新经费 | 执行数 | 45",
        "spent.total=45",
    ),
    "the money of all the years beside that of one": (
        "项目资金（万元） | 中期资金总额 | 900 | 年度资金总额 | 300\n"
        "^ | 其中：财政拨款 | 800 | 其中：财政拨款 | 200",
        "annual.total=300 annual.fiscal=200",
    ),
    "the same, and only one says of which time": (
        "项目资金（万元） | 项目总资金 | 900 | 当年资金总额 | 300\n"
        "^ | 其中：中央补助 | 800 | 其中：中央补助 | 200",
        "annual.total=300 annual.central=200",
    ),
    "the same one above the other": (
        "实施期资金总额 | 900\n其中：财政拨款 | 800\n"
        "年度资金总额 | 300\n其中：财政拨款 | 200",
        "annual.total=300 annual.fiscal=200",
    ),
    "the same as heads": (
        "资金来源 | 实施期资金总额 | 年度资金总额\n"
        "合计 | 900 | 300\n财政拨款 | 800 | 200",
        "annual.total=300 annual.fiscal=200",
    ),
    "the money of all the years alone": (
        "实施期资金总额（万元） | 900\n其中：财政拨款 | 800",
        "annual.total=900 annual.fiscal=800",
    ),
    "two rows of money, their sources below each": (
        "项目资金(万元) | 预算数： | 350 | 执行数： | 345\n"
        "^ | 其中：财政拨款 | 350 | 其中：财政拨款 | 340",
        "annual.total=350 annual.fiscal=350 spent.total=345 spent.fiscal=340",
    ),
    "words of bookkeepers": (
        "资金（万元） | 批准预算 | 支出决算 | 用款进度\n合计 | 50 | 45 | 90%",
        "annual.total=50 spent.total=45 execution_rate.total=90%",
    ),
    "the name of a source alone heads much else": ("办公费 | 3\n其他 | 5", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_amounts(draw: Draw, name: str) -> None:
    text, wanted = CASES[name]
    told = recognise(draw(NAMED, text)).projects[0].budget
    cells = told.cells.items() if told else ()
    read = {f"{row}.{source}={cell}" for (row, source), cell in cells if cell.raw}
    assert read == set(wanted.split())


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("项目预算执行情况（千元） | <\n全年预算数 | 执行数\n50 | 45", "千元"),
        ("实施单位：某局 年度：2024 金额单位：元 | <\n预算数 | 50", "元"),
        ("预算金額（單位：萬元） | 50", "万元"),
        ("预算数 | 5.8万元", "万元"),
    ],
)
def test_the_unit_stands_in_a_title_a_line_a_label_or_a_cell(
    draw: Draw, text: str, unit: str
) -> None:
    budget = recognise(draw(NAMED, text)).projects[0].budget
    assert budget is not None
    assert text_of(budget.unit) == unit


def test_one_row_as_long_as_a_book_ends(draw: Draw) -> None:
    row = " | ".join(f"钱款 | {n}" for n in range(3000))
    project = recognise(draw(NAMED, f"资金 | {row}\n合计 | {row}")).projects[0]
    assert project.budget is None


def test_heads_without_end_above_no_amount_end(draw: Draw) -> None:
    heads = "年初预算数 | 全年预算数 | 执行数\n" * 2000
    project = recognise(draw(NAMED, heads)).projects[0]
    assert project.budget is None


def test_what_the_form_says_goes_before_what_its_report_says() -> None:
    table = "项目资金（万元） | 预算数 | 执行数\n合计 | {} | 45\n财政拨款 | {} | 30"
    blocks = (
        Heading("一、项目概况", 1),
        Paragraph("资金到位及时。"),
        draw_table(table.format(60, 40)),
        Paragraph("附件1"),
        draw_table(NAMED + "\n" + table.format(50, ""), 2),
    )
    budget = recognise(Document("报告", blocks)).projects[0].budget
    assert budget is not None
    assert text_of(budget.cell(BudgetRow.ANNUAL)) == "50"
    assert text_of(budget.cell(BudgetRow.ANNUAL, BudgetColumn.FISCAL)) == "40"
