"""On which page a heading is expected."""

import pytest

from quanheng.document.blocks import AnnexStart, Block, Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.writers.docx.paging import LINES_ON_PAGE, page_numbers

LINE = Paragraph("一行")
HEADING = Heading("一、标题", 1)


def pages(*blocks: Block, new_pages: frozenset[int] = frozenset()) -> dict[int, int]:
    return dict(page_numbers(enumerate(blocks), 3, new_pages))


def table(row_count: int) -> Table:
    cells = tuple(Cell("值", row, 0) for row in range(row_count))
    return Table(cells, row_count, 1)


def test_a_page_holds_22_lines() -> None:
    assert LINES_ON_PAGE == 22


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


def test_short_table_moves_with_its_heading() -> None:
    assert pages(*[LINE] * 15, HEADING, table(12)) == {15: 4}


def test_long_table_begins_below_its_heading() -> None:
    found = pages(*[LINE] * 15, HEADING, table(60), HEADING, LINE)
    assert found == {15: 3, 17: 5}


def test_annex_begins_a_page() -> None:
    blocks = (LINE, AnnexStart("附件"), HEADING, LINE)
    assert pages(*blocks, new_pages=frozenset({1})) == {1: 4, 2: 4}


def test_page_that_is_empty_is_not_turned() -> None:
    assert pages(HEADING, LINE, new_pages=frozenset({0})) == {0: 3}


def test_last_heading_has_a_page_too() -> None:
    assert pages(LINE, HEADING) == {1: 3}
