"""Charts, folded detail and pages laid across, as a web page shows them."""

from decimal import Decimal

import pytest
from lxml import html

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Document,
    Folded,
    Heading,
    Paragraph,
)
from quanheng.document.chart import Bar, Chart, ChartKind, Share
from quanheng.document.table import Cell, Table
from quanheng.readers import read_document
from quanheng.writers.html.writer import HtmlWriter

SCORES = Chart(
    ChartKind.SCORES,
    "图1 分值与得分",
    ("指标", "分值", "自评得分", "复算得分"),
    (
        Bar("甲<b>", Decimal(4), ("5", "4", "2"), Decimal(5), Decimal(2)),
        Bar(
            "乙", Decimal(10), ("10", "10", "无法计算"), Decimal(10), remark="量纲不同"
        ),
    ),
)
COMPLETION = Chart(
    ChartKind.COMPLETION,
    "图2 目标与完成",
    ("指标", "目标值", "业绩值", "完成率"),
    (
        Bar("丙", Decimal(75), ("4次", "3次", "75%"), Decimal(100)),
        Bar("丁", Decimal(400), ("1次", "4次", "400%"), Decimal(100)),
        Bar("戊", None, ("一年", "100%", "—"), Decimal(100), remark="量纲不同"),
        Bar("己", None, ("优", "优", "—"), remark="按档评定"),
    ),
)
MONEY = Chart(
    ChartKind.MONEY,
    "图3 资金流向",
    ("项目", "金额（万元）", "资金来源", "比率"),
    (
        Bar(
            "全年预算",
            Decimal(100),
            ("100", "财政60，其他30", "—"),
            shares=(Share("财政", Decimal(60)), Share("其他", Decimal(30))),
        ),
        Bar("资金结余", Decimal(-20), ("-20", "—", "—")),
        Bar(
            "实际到位",
            Decimal(30),
            ("30", "其他30", "—"),
            shares=(Share("其他", Decimal(30)),),
        ),
        Bar("全年执行", None, ("—", "—", "—"), remark="原表写为“见附表”"),
    ),
)
DETAIL = Table((Cell("台账明细", 0, 0), Cell("12", 1, 0)), 2, 1, header_rows=1)


def shown(*blocks: Block) -> html.HtmlElement:
    data = HtmlWriter().write(Document("a.yaml", blocks, "甲项目"))
    return html.document_fromstring(data)


def drawing(chart: Chart, row: int) -> list[tuple[str, ...]]:
    """The strokes of a row: look and extent of each."""
    (svg,) = shown(chart).xpath(f"//tbody/tr[{row}]/td/svg")
    return [
        (
            part.get("class", ""),
            *(str(part.get(k)) for k in ("x", "width", "x1", "x2") if part.get(k)),
        )
        for part in svg
    ]


def test_a_chart_is_a_table_that_can_be_read_out() -> None:
    page = shown(SCORES)
    heads = page.xpath("//figure//th[@scope='col']")
    assert [head.text for head in heads] == [
        "指标", "图形", "分值", "自评得分", "复算得分",
    ]  # fmt: skip
    cells = page.xpath("//figure//tbody/tr[1]/*[not(@class='drawing')]")
    assert [cell.text_content() for cell in cells] == ["甲<b>", "5", "4", "2"]
    assert page.xpath("//figure//svg[not(@aria-hidden)]") == []
    assert page.xpath("//figcaption")[0].text == "图1 分值与得分"


def test_scores_are_drawn_inside_their_weights_on_one_scale() -> None:
    assert drawing(SCORES, 1) == [
        ("track", "0", "50%"),
        ("full", "0", "40%"),
        ("open", "0", "20%"),
    ]


def test_what_can_not_be_computed_is_a_broken_line_with_the_reason() -> None:
    assert drawing(SCORES, 2)[-1] == ("gap", "0", "100%")
    assert "量纲不同" in shown(SCORES).text_content()


@pytest.mark.parametrize(
    ("row", "strokes"),
    [
        (1, ["full", "gap", "tick"]),
        (2, ["full", "cut", "tick"]),
        (3, ["gap", "tick"]),
        (4, ["tick"]),
    ],
)
def test_completion_is_drawn_against_the_mark_of_its_target(
    row: int, strokes: list[str]
) -> None:
    assert [kind for kind, *_ in drawing(COMPLETION, row)] == strokes


def test_a_bar_beyond_the_edge_is_cut_off_there() -> None:
    assert drawing(COMPLETION, 2)[0] == ("full", "0", "100%")
    (cut,) = shown(COMPLETION).xpath("//tbody//*[@class='cut']")
    assert cut.get("x") == "100%", "the mark stands at the right edge"


def test_sources_follow_each_other_inside_the_whole() -> None:
    assert drawing(MONEY, 1) == [
        ("full", "0%", "60%"),
        ("half", "60%", "30%"),
        ("outline", "0", "100%"),
    ]
    assert [span.text_content() for span in shown(MONEY).xpath("//figure//p/span")] == [
        "财政",
        "其他",
    ]


def test_a_source_looks_the_same_in_every_bar() -> None:
    assert drawing(MONEY, 3) == [("half", "0%", "30%")]


def test_less_than_nothing_and_no_figure_are_no_bars() -> None:
    assert drawing(MONEY, 2) == [("gap", "0", "20%")]
    assert drawing(MONEY, 4) == []


def test_charts_and_folded_detail_are_no_part_of_the_report() -> None:
    report = (Heading("一、概况", 1), Paragraph("正文。"))
    plain = HtmlWriter().write(Document("a", report, "甲"))
    added = HtmlWriter().write(
        Document("a", (*report, SCORES, Folded("明细", DETAIL), MONEY), "甲")
    )
    assert (
        read_document(added, "a.html").blocks == read_document(plain, "a.html").blocks
    )


def test_folded_detail_opens_on_demand() -> None:
    (details,) = shown(Folded("台账明细（1行）", DETAIL)).xpath("//details")
    assert details.get("open") is None
    assert details.xpath("./summary")[0].text == "台账明细（1行）"
    assert details.xpath(".//td")[0].text == "12"


def test_an_annex_laid_across_ends_where_other_pages_begin() -> None:
    page = shown(
        AnnexStart("附件1", across=True),
        Heading("自评表", 0),
        Paragraph("横向。"),
        AnnexStart("附件2"),
        Paragraph("纵向。"),
        AnnexStart("附件3", across=True),
        Heading("另一张表", 0),
        Heading("第二个项目", 0),
    )
    across = [
        " ".join(part.text_content().split())
        for part in page.xpath("//section[@class='across']")
    ]
    assert across == ["附件1 自评表 横向。", "附件3 另一张表"]
