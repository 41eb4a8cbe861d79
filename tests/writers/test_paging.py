"""On which page a heading is expected."""

import pytest

from quanheng.document.blocks import AnnexStart, Block, Contents, Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.writers.docx.lines import line_count
from quanheng.writers.docx.paging.arrangement import arranged
from quanheng.writers.docx.paging.estimate import Measures, page_numbers

LINE = Paragraph("一行")
HEADING = Heading("一、标题", 1)


def pages(*blocks: Block) -> dict[int, int]:
    found = page_numbers(arranged(blocks), 3, Measures())
    return {
        number: page
        for number, page in found.items()
        if isinstance(blocks[number], Heading)
    }


def table(row_count: int) -> Table:
    cells = tuple(Cell("值", row, 0) for row in range(row_count))
    return Table(cells, row_count, 1)


def test_a_page_holds_22_lines() -> None:
    assert Measures().entries_on_page == 22


@pytest.mark.parametrize(
    ("lines", "page"), [(0, 3), (20, 3), (22, 4), (42, 4), (43, 5)]
)
def test_heading_follows_the_lines_above_it(lines: int, page: int) -> None:
    assert pages(*[LINE] * lines, HEADING, LINE) == {lines: page}


def test_heading_never_ends_a_page() -> None:
    assert pages(*[LINE] * 21, HEADING, LINE) == {21: 4}


def test_several_headings_stay_together() -> None:
    lower = Heading("（一）小标题", 2)
    assert pages(*[LINE] * 20, HEADING, lower, LINE) == {20: 4, 21: 4}


def test_long_paragraph_takes_its_lines() -> None:
    assert pages(Paragraph("字" * 28 * 30), HEADING, LINE) == {1: 4}


def test_line_breaks_count() -> None:
    assert pages(Paragraph("一\n" * 21 + "二"), HEADING, LINE) == {1: 4}


def test_space_below_a_table_carries_no_head_over() -> None:
    cells = tuple(Cell("值", row, 0) for row in range(33))
    full = Table(cells, 33, 1, header_rows=5)
    assert pages(full, *[LINE] * 20, HEADING, LINE) == {21: 5}
    assert pages(full, *[LINE] * 19, HEADING, LINE) == {20: 4}


def test_no_line_of_a_paragraph_stands_alone() -> None:
    short, long = Paragraph("一\n二\n三"), Paragraph("一\n二\n三\n四")
    assert pages(*[LINE] * 20, short, *[LINE] * 18, HEADING, LINE)[39] == 5
    assert pages(*[LINE] * 20, long, *[LINE] * 18, HEADING, LINE)[39] == 4


def test_page_laid_across_holds_fewer_lines() -> None:
    annex = AnnexStart("附件", across=True)
    assert pages(annex, *[LINE] * 12, HEADING, LINE) == {13: 4}


def test_a_title_after_an_annex_is_upright_again() -> None:
    blocks = (AnnexStart("附件", across=True), LINE, Heading("又一份", 0), HEADING)
    assert [part.across for part in arranged(blocks).stretches] == [True, False]


def test_repeated_head_takes_room_on_every_page() -> None:
    rows = 60
    cells = tuple(Cell("值", row, 0) for row in range(rows))
    bare, headed = (
        pages(Table(cells, rows, 1, header_rows=head), HEADING, LINE)
        for head in (0, 10)
    )
    assert bare == {1: 4}
    assert headed == {1: 5}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("字" * 28, 1),
        ("字" * 29, 2),
        ("字" * 28 + "。", 1),
        ("字" * 27 + "（字）", 2),
        ("字" * 27 + "2023", 2),
        ("字" * 26 + "abc", 1),
        ("字" * 26 + "abc" + "字", 2),
        ("a" * 120, 3),
        ("", 1),
        ("一\n二", 2),
    ],
)
def test_lines_break_by_the_rules_of_chinese_setting(text: str, lines: int) -> None:
    assert line_count(text, 56) == lines


def test_short_table_moves_with_its_heading() -> None:
    assert pages(*[LINE] * 15, HEADING, table(12)) == {15: 4}


def test_long_table_begins_below_its_heading() -> None:
    found = pages(*[LINE] * 15, HEADING, table(60), HEADING, LINE)
    assert found == {15: 3, 17: 5}


def test_annex_begins_a_page() -> None:
    assert pages(LINE, AnnexStart("附件"), HEADING, LINE) == {2: 4}


def test_page_that_is_empty_is_not_turned() -> None:
    assert pages(Contents(), HEADING, LINE) == {1: 3}


def test_last_heading_has_a_page_too() -> None:
    assert pages(LINE, HEADING) == {1: 3}


@pytest.mark.parametrize("room", [0, -3])
def test_a_line_without_room_holds_a_sign(room: float) -> None:
    assert line_count("a" * 5, room) >= 5
