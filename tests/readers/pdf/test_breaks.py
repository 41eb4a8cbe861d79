"""What goes on over page breaks, and what is on pages but not of the text."""

from collections.abc import Callable
from typing import Any

import pytest

from quanheng.core.source import Source
from quanheng.readers import read_document

Blocks = Callable[..., list[Any]]
FOOT = 742
"""Where a row of one line begins that ends at the foot of the text, 770."""


def test_a_table_goes_on_at_the_head_of_the_next_page(
    paper: Any, blocks: Blocks
) -> None:
    first = paper().rows(70, FOOT, [60, 60], [["指标", "得分"], ["甲", "10"]])
    second = paper().rows(70, 72, [60, 60], [["乙", "9"]])
    assert blocks(first, second) == [[["指标", "得分"], ["甲", "10"], ["乙", "9"]]]


def test_repeated_header_rows_are_dropped(paper: Any, blocks: Blocks) -> None:
    first = paper().rows(70, FOOT, [60, 60], [["指标", "得分"], ["甲", "10"]])
    second = paper().rows(70, 72, [60, 60], [["指标", "得分"], ["乙", "9"]])
    assert blocks(first, second) == [[["指标", "得分"], ["甲", "10"], ["乙", "9"]]]


@pytest.mark.parametrize(
    ("first_top", "left", "between"),
    [(300, 70, ""), (FOOT, 100, ""), (FOOT, 70, "附件2")],
    ids=["room was left", "another width", "text between"],
)
def test_tables_that_do_not_go_on(
    first_top: int, left: int, between: str, paper: Any, blocks: Blocks
) -> None:
    first = paper().rows(70, first_top, [60, 60], [["指标", "得分"]])
    second = paper().rows(left, 100, [60, 60], [["乙", "9"]])
    if between:
        second.text(70, 80, between)
    tables = [block for block in blocks(first, second) if isinstance(block, list)]
    assert tables == [[["指标", "得分"]], [["乙", "9"]]]


def test_a_row_that_the_page_cuts_is_one(paper: Any, blocks: Blocks) -> None:
    widths = [51, 51, 60]
    first = paper().rows(
        70, FOOT, widths, [["指标", "值", "分"], ["病虫害防", "亩", "7"]]
    )
    second = paper().rows(70, 72, widths, [["治面积", None, None], ["森林", "3", "8"]])
    second.cell(121, 72, 172, 88).cell(172, 72, 232, 88)
    assert blocks(first, second) == [
        [["指标", "值", "分"], ["病虫害防治面积", "亩", "7"], ["森林", "3", "8"]]
    ]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["病虫害防", "7"], ["治面积", "7"]),
        (["病虫", "7"], ["治面积", ""]),
        (["病虫害防", ""], ["治面积", "7"]),
        (["病虫害防", "7"], ["2．面积", ""]),
    ],
    ids=["new figure", "ended line", "nothing above", "new item"],
)
def test_a_new_row_at_the_head_of_a_page(
    above: list[str], below: list[str], paper: Any, blocks: Blocks
) -> None:
    first = paper().rows(70, FOOT + 12, [51, 51], [above])
    second = paper().rows(70, 72, [51, 51], [below])
    assert blocks(first, second) == [[above, below]]


def test_a_row_without_a_rule_at_the_foot_is_cut(paper: Any, blocks: Blocks) -> None:
    first = paper().line(70, 754, 172, 754).text(75, 765, "甲").text(126, 765, "乙")
    second = paper().line(70, 88, 172, 88).text(75, 83, "丙").text(126, 83, "丁")
    for across in (70, 121, 172):
        first.line(across, 754, across, 770)
        second.line(across, 72, across, 88)
    assert blocks(first, second) == [[["甲\n丙", "乙\n丁"]]]


def test_merged_cells_reach_over_the_break(paper: Any, blocks: Blocks) -> None:
    first = paper().cell(70, 738, 130, 770, "产出").cell(130, 738, 190, 754, "甲")
    first.cell(130, 754, 190, 770, "乙").cell(190, 738, 250, 770)
    second = paper().cell(70, 72, 130, 104).cell(130, 72, 190, 88, "丙")
    second.cell(130, 88, 190, 104, "丁").cell(190, 72, 250, 104)
    assert blocks(first, second) == [
        [["产出 4x1", "甲", " 4x1"], ["乙"], ["丙"], ["丁"]]
    ]


def test_the_text_of_a_merged_cell_reaches_over_the_break(
    paper: Any, blocks: Blocks
) -> None:
    first = paper().cell(70, 742, 101, 770, "服务\n对象").cell(101, 742, 161, 756, "甲")
    first.cell(101, 756, 161, 770, "乙")
    second = paper().cell(70, 72, 101, 88, "指标").cell(101, 72, 161, 88, "丙")
    assert blocks(first, second) == [[["服务对象指标 3x1", "甲"], ["乙"], ["丙"]]]


def test_an_empty_row_below_the_break_stays(paper: Any, blocks: Blocks) -> None:
    first = paper().rows(70, FOOT + 12, [60, 60], [["甲", "1"]])
    second = paper().rows(70, 72, [60, 60], [["", ""], ["", "2"]])
    assert blocks(first, second) == [[["甲", "1"], ["", ""], ["", "2"]]]


def test_header_cells_that_reach_down_are_dropped_whole(
    paper: Any, blocks: Blocks
) -> None:
    def page(top: int, last: str) -> Any:
        sheet = (
            paper()
            .cell(70, top, 130, top + 32, "级")
            .cell(130, top, 190, top + 16, "值")
        )
        sheet.cell(130, top + 16, 190, top + 32, last)
        return sheet.rows(70, top + 32, [60, 60], [["甲", last]])

    assert blocks(page(722, "x"), page(72, "x")) == [
        [["级 2x1", "值"], ["x"], ["甲", "x"]]
    ]
    assert blocks(page(722, "x"), page(72, "y"))[0][3:] == [
        ["级 2x1", "值"],
        ["y"],
        ["甲", "y"],
    ]


def test_narrow_rows_are_what_a_break_leaves_of_a_border(
    paper: Any, blocks: Blocks
) -> None:
    page = (
        paper()
        .rows(70, 100, [60, 60], [["甲", "1"]])
        .rows(70, 120, [60, 60], [["乙", "2"]])
    )
    page.cell(70, 200, 130, 204, "").cell(130, 200, 190, 204)
    page.cell(70, 204, 130, 220, "丙").cell(130, 204, 190, 220, "3")
    assert blocks(page) == [[["甲", "1"], ["乙", "2"]], [["丙", "3"]]]


def test_places_count_pages_through(paper: Any, pdf: Callable[..., bytes]) -> None:
    first = (
        paper()
        .text(70, 100, "前言")
        .rows(70, FOOT, [60, 60], [["甲", "1"], ["乙", "2"]])
    )
    second = paper().rows(70, 72, [60, 60], [["丙", "3"]]).text(70, 200, "结语")
    found = read_document(pdf(first, second), "甲").blocks
    assert [block.at for block in found if hasattr(block, "at")] == [
        Source(paragraph=1),
        Source(table=1),
        Source(paragraph=2),
    ]
    assert found[1].cells[-1].at == Source(table=1, row=3, column=2)  # type: ignore[union-attr]


def test_a_paragraph_goes_on_over_the_break(paper: Any, blocks: Blocks) -> None:
    long = "为" * 45
    pages = paper().text(70, 760, long), paper().text(70, 80, "振兴。")
    assert blocks(*pages) == [f"P {long}振兴。"]


@pytest.mark.parametrize(
    "numbers",
    [("1", "2", "3"), ("— 4 —", "— 5 —", "— 6 —"), ("第1页 共3页", "第2页", "3/3")],
)
def test_page_numbers_and_headers_are_dropped(
    numbers: tuple[str, ...], paper: Any, blocks: Blocks
) -> None:
    pages = [
        paper()
        .text(200, 40, "某某局自评报告")
        .text(70, 100 + n, f"第{n}段的内容")
        .text(290, 800, number)
        for n, number in enumerate(numbers)
    ]
    assert blocks(*pages) == [f"P 第{n}段的内容" for n in range(3)]


def test_what_may_be_text_is_kept(paper: Any, blocks: Blocks) -> None:
    first = paper().text(200, 90, "自评表").text(70, 300, "内容甲").text(290, 800, "7")
    second = paper().text(200, 90, "自评表").text(70, 300, "内容乙")
    assert blocks(first, paper(), second) == [
        "P 自评表",
        "P 内容甲",
        "P 7",
        "P 自评表",
        "P 内容乙",
    ]


def test_a_table_of_contents_is_dropped(paper: Any, blocks: Blocks) -> None:
    first = paper().text(280, 80, "目 录").text(70, 110, "一、概况").text(300, 110, "1")
    first.text(70, 130, "（一）目标").text(123, 130, "1").text(70, 150, "二、问题………2")
    second = paper().text(70, 100, "一、概况").text(70, 130, "（一）目标")
    second.text(70, 160, "二、问题").text(70, 190, "附件1")
    assert blocks(first, second) == [
        "H1 一、概况",
        "H2 （一）目标",
        "H1 二、问题",
        "P 附件1",
    ]
    assert len(blocks(paper().text(70, 100, "附件1\n附件2"))) == 2
