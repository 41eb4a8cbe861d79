"""What stands on one page: rules, glyphs, lines, paragraphs."""

from collections.abc import Callable
from typing import Any

import pytest

from quanheng.readers.pdf.characters import as_written
from quanheng.readers.pdf.lines import lines_of
from quanheng.readers.pdf.page import Box, Glyph

Blocks = Callable[..., list[Any]]


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("⼀", "一"), ("⽉", "月"), ("⻓", "长"), ("⻔", "门"), ("ﬁ", "fi"), ("金", "金")]
    + [(same, same) for same in ("一", "①", "％", "（", "㎡", "A", "⺀")],
)
def test_radicals_and_compatibility_forms_become_plain(
    printed: str, plain: str
) -> None:
    assert as_written(printed) == plain


def test_text_and_a_table_in_reading_order(paper: Any, blocks: Blocks) -> None:
    page = paper().rows(72, 120, [60, 40], [["指标", "权重"], ["数量\n指标", "10"]])
    page.text(72, 80, "一、项目概况").text(72, 200, "说明")
    assert blocks(page) == [
        "H1 一、项目概况",
        [["指标", "权重"], ["数量\n指标", "10"]],
        "P 说明",
    ]


def test_cells_span_where_rules_are_missing(paper: Any, blocks: Blocks) -> None:
    page = paper().cell(70, 100, 130, 160, "产出").cell(130, 100, 250, 130, "指标")
    page.cell(130, 130, 190, 160, "甲").cell(190, 130, 250, 160)
    assert blocks(page) == [[["产出 2x1", "指标 1x2"], ["甲", ""]]]


RULINGS = {
    "one path": "70 700 m 190 700 l 70 680 m 190 680 l 70 660 m 190 660 l "
    "70 700 m 70 660 l 130 700 m 130 660 l 190 700 m 190 660 l S",
    "thin filled rectangles": "70 699.5 120 1 re 70 679.5 120 1 re 70 659.5 120 1 re f "
    "69.5 660 1 40 re f 129.5 660 1 40 re f 189.5 660 1 40 re f",
    "stroked rectangles": "70 680 60 20 re 130 680 60 20 re S "
    "70 660 60 20 re s 130 660 60 20 re S",
    "pieces": "70 700 m 100 700 l S 100 700.5 m 190 700.5 l S 70 680 m 190 680 l S "
    "70 660 m 190 660 l S 70 701 m 70 660 l S 130 701 m 130 660 l S "
    "190 702 m 190 680 l S 191 681 m 191 660 l S",
    "double lines": "70 700 m 190 700 l S 70 698 m 190 698 l S 70 680 m 190 680 l S "
    "70 660 m 190 660 l S 70 700 m 70 660 l S 72 700 m 72 660 l S "
    "130 700 m 130 660 l S 190 700 m 190 660 l S",
    "open sides": "70 700 m 190 700 l S 70 680 m 190 680 l S 70 660 m 190 660 l S "
    "130 700 m 130 660 l S",
    "scaled": "q 2 0 0 2 0 0 cm 35 340 30 10 re 65 340 30 10 re 35 330 30 10 re "
    "65 330 30 10 re S Q",
    "in a drawing": "q 1 0 0 1 0 -100 cm /X Do Q",
}
DRAWING = "70 680 60 20 re 130 680 60 20 re S 70 660 60 20 re 130 660 60 20 re S"


@pytest.mark.parametrize("ruling", RULINGS)
def test_grids_however_they_are_drawn(ruling: str, paper: Any, blocks: Blocks) -> None:
    page = paper().draw(RULINGS[ruling]).text(80, 156, "甲").text(140, 156, "乙")
    page.text(80, 176, "丙").text(140, 176, "丁")
    assert blocks(page, form=DRAWING) == [[["甲", "乙"], ["丙", "丁"]]]


@pytest.mark.parametrize(
    "drawing",
    [
        "70 650 300 100 re S",
        "70 650 300 100 re f",
        "70 650 300 100 re n",
        "70 690 m 200 690 l S",
        "70 690 m 200 660 l S",
        "70 690 m 70 660 l S",
        "70 690 m 71 690 l S 70 690 m 70 660 l S",
        "70 700 m 90 720 110 720 130 700 c S",
        "70 700 m S",
    ],
)
def test_what_is_drawn_around_text_is_no_table(
    drawing: str, paper: Any, blocks: Blocks
) -> None:
    assert blocks(paper().text(80, 156, "甲乙").draw(drawing)) == ["P 甲乙"]


def test_a_line_under_a_word_parts_no_cell(paper: Any, blocks: Blocks) -> None:
    page = paper().rows(70, 100, [80, 80], [["甲", "乙"], ["丙\n丁", "戊"]])
    page.line(74, 129, 110, 129).line(70, 131, 100, 131)
    assert blocks(page) == [[["甲", "乙"], ["丙\n丁", "戊"]]]


def test_a_frame_around_tables_and_a_table_in_a_cell(
    paper: Any, blocks: Blocks
) -> None:
    page = paper().cell(20, 20, 500, 800).rows(70, 100, [200, 50], [["甲", "乙"]])
    page.cell(70, 116, 270, 200, "外").cell(270, 116, 320, 200)
    page.rows(90, 150, [40, 40], [["内", "表"]])
    assert blocks(page) == [[["甲", "乙"], ["外", ""]], [["内", "表"]]]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ("对维护\n程度", "对维护程度"),
        ("数量\n指标", "数量\n指标"),
        ("绩\n效", "绩\n效"),
        ("12345\n6", "123456"),
        ("selfis\nmade", "selfis made"),
        ("甲乙\n（丙丁", "甲乙（丙丁"),
        ("指标1\n2：乙", "指标1\n2：乙"),
    ],
)
def test_wrapped_lines_join_and_ended_lines_stay(
    lines: str, text: str, paper: Any, blocks: Blocks
) -> None:
    width = 51 if text.count("\n") else 41
    page = paper().rows(70, 100, [width, 60], [[lines, "x"]])
    assert blocks(page) == [[[text, "x"]]]


def test_gaps_are_blanks_where_they_are_wide(paper: Any, blocks: Blocks) -> None:
    page = paper().text(70, 100, "部门：甲").text(180, 100, "公开").text(70, 130, "a b")
    page.text(70, 160, "项目名称").text(114, 160, "建设工程").text(70, 190, "共")
    page.text(84, 190, "12")
    page.glyphs("1 0 0 1 70 620", "甲").glyphs("1 0 0 1 80 620", " ", 0.1)
    page.glyphs("1 0 0 1 80.1 620", "乙")
    assert blocks(page) == [
        "P 部门：甲\t公开",
        "P a b",
        "P 项目名称 建设工程",
        "P 共 12",
        "P 甲乙",
    ]


@pytest.mark.parametrize(
    "turn", ["0 1 -1 0 {y} {x}", "-1 0 0 -1 {-x} {y}", "0 -1 1 0 {-y} {-x}"]
)
def test_a_page_that_lies_on_its_side(turn: str, paper: Any, blocks: Blocks) -> None:
    def matrix(x: float, y: float) -> str:
        found = turn
        for name, value in (
            ("{x}", x),
            ("{y}", y),
            ("{-x}", 595 - x),
            ("{-y}", 842 - y),
        ):
            found = found.replace(name, str(value))
        return found

    page = paper(extra="/Rotate 90")
    page.glyphs(matrix(100, 100), "第一行").glyphs(matrix(100, 130), "第二行")
    assert blocks(page) == ["P 第一行", "P 第二行"]


def test_slanted_text_is_left_out_and_sideways_text_is_read(
    paper: Any, blocks: Blocks
) -> None:
    page = paper().text(70, 100, "正文内容").glyphs("0.7 0.7 -0.7 0.7 200 400", "水印")
    page.glyphs("0 1 -1 0 30 300", "装订")
    page.rows(70, 300, [30, 60], [["\n\n", "乙"]]).glyphs("0 1 -1 0 90 506", "甲丙")
    assert blocks(page) == ["P 正文内容", [["甲丙", "乙"]], "P 装订"]


LONG = "为" * 45
"""A line that fills the page from 70 to 520."""


@pytest.mark.parametrize(
    ("second", "down", "across", "joined"),
    [
        ("推进振兴。", 112, 70, True),
        ("推进振兴。", 150, 70, False),
        ("1．推进", 112, 70, False),
    ],
)
def test_lines_that_fill_the_page_go_on(
    second: str, down: int, across: int, joined: bool, paper: Any, blocks: Blocks
) -> None:
    page = paper().text(70, 100, LONG).text(across, down, second)
    found = blocks(page)
    assert (found == [f"P {LONG}{second}"]) is joined


def test_paragraphs_end_with_their_last_line(paper: Any, blocks: Blocks) -> None:
    page = paper().text(70, 100, f"{LONG}\n{LONG}\n{LONG[1:]}。")
    page.text(90, 136, "下一段").text(70, 160, LONG[:-2]).text(70, 174, LONG[:-1])
    page.text(70, 240, LONG).text(70, 256, "标题大小", 16)
    assert blocks(page) == [
        f"P {LONG * 3}"[:-1] + "。",
        "P 下一段",
        f"P {LONG[:-2]}",
        f"P {LONG[:-1]}",
        f"P {LONG}",
        "P 标题大小",
    ]


def test_an_equally_short_line_is_not_taken_for_a_full_one(
    paper: Any, blocks: Blocks
) -> None:
    page = paper().text(70, 100, "说明一下\n说明二下\n说明三下")
    assert blocks(page) == ["P 说明一下", "P 说明二下", "P 说明三下"]


def test_a_reading_in_latin_letters_is_never_wrapped() -> None:
    glyphs = [Glyph(sign, Box(n, 0, n + 1, 1)) for n, sign in enumerate("(dòng)作")]
    [line] = lines_of(glyphs)
    assert line.head == len("(dòng)")
