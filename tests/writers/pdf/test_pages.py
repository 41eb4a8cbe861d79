"""How the pages of a pdf file look."""

from dataclasses import replace

import pypdfium2  # type: ignore[import-untyped]
import pytest

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Folded,
    Heading,
    Paragraph,
)
from quanheng.document.table import Align, Cell, Table
from tests.writers.pdf.conftest import page_texts, pdf

LINE = "绩效目标完成情况良好，" * 12


def rows(count: int, text: str = "新购图书数量（册）") -> Table:
    head = (Cell("指标", 0, 0, align=Align.CENTER), Cell("得分", 0, 1))
    cells = (
        Cell(value, row, column)
        for row in range(1, count)
        for column, value in enumerate((f"{text}{row}", "10"))
    )
    return Table((*head, *cells), count, 2, header_rows=1)


def pages(*blocks: Block) -> list[str]:
    return page_texts(pdf(*blocks))


def sizes(data: bytes) -> list[tuple[int, int]]:
    with pypdfium2.PdfDocument(data) as file:
        return [tuple(map(round, file.get_page_size(n))) for n in range(len(file))]


def test_paper_is_a4() -> None:
    assert sizes(pdf(Paragraph("文"))) == [(595, 842)]


def test_22_lines_of_28_characters_fill_a_page() -> None:
    full = [Paragraph("文" * (28 * 22 - 2))]
    assert len(pages(*full)) == 1
    assert len(pages(*full, Paragraph("文"))) == 2


def test_page_numbers_stand_between_dashes() -> None:
    first, second = pages(*[Paragraph(LINE)] * 5)
    assert "— 1 —" in first
    assert "— 2 —" in second


def test_cover_has_no_page_number_and_contents_name_real_pages() -> None:
    cover, contents, body = pages(
        Heading("自评报告", 0), Contents(), Heading("一、概况", 1), Paragraph("文")
    )
    assert "—" not in cover
    assert "一、概况" in contents
    assert contents.index("3") > contents.index("一、概况")
    assert "— 3 —" in body


def test_headings_are_bookmarks() -> None:
    data = pdf(Heading("一、概况", 1), Heading("（一）立项", 2), Paragraph("文"))
    with pypdfium2.PdfDocument(data) as file:
        found = [(mark.level, mark.get_title()) for mark in file.get_toc()]
    assert found == [(0, "一、概况"), (1, "（一）立项")]


def test_annex_across_begins_a_page_laid_across() -> None:
    data = pdf(Paragraph("文"), AnnexStart("附件1", across=True), rows(3))
    assert sizes(data) == [(595, 842), (842, 595)]
    assert "— 2 —" in page_texts(data)[1]


def test_header_rows_are_repeated_and_no_row_is_parted() -> None:
    table = replace(rows(20, "很长的三级指标名称，" * 30), widths=(1, 1))
    texts = pages(table)
    assert len(texts) > 2
    assert all(text.startswith("指标") for text in texts)
    assert {text.count("很长的三级指标名称，") % 30 for text in texts} == {0}


def test_heading_is_never_alone_at_the_foot_of_a_page() -> None:
    for count in range(18, 23):
        before = [Paragraph("文")] * count
        texts = pages(*before, Heading("一、概况", 1), rows(8))
        (place,) = [text for text in texts if "一、概况" in text]
        assert "指标" in place


@pytest.mark.parametrize("row", range(28, 36))
def test_row_of_labels_stays_with_the_next_row(row: int) -> None:
    labels = (Cell(t, row, c, align=Align.CENTER) for c, t in enumerate("甲乙"))
    body = (cell for cell in rows(60).cells if cell.row != row)
    (place,) = [page for page in pages(Table((*body, *labels), 60, 2)) if "甲" in page]
    assert f"）{row + 1}" in place


def test_short_table_is_not_parted() -> None:
    for count in range(12, 22):
        texts = pages(*[Paragraph("文")] * count, rows(10))
        (place,) = [text for text in texts if "）1" in text]
        assert "）9" in place


@pytest.mark.parametrize("kept", [True, False])
def test_what_is_higher_than_a_page_goes_on_over_the_next(kept: bool) -> None:
    table = Table((Cell("甲", 0, 0), Cell("乙" * 3000, 0, 1)), 1, 2)
    if not kept:
        table = Table((*table.cells, *rows(40).cells[2:]), 40, 2)
    texts = pages(table)
    counts = [text.count("乙") for text in texts]
    assert sum(counts) == 3000
    assert max(counts) <= 38 * 40  # signs in a line of the cell, lines on a page


@pytest.mark.parametrize("count", range(36, 46))
def test_last_row_is_never_alone_on_a_page(count: int) -> None:
    last = pages(rows(count))[-1]
    assert f"）{count - 3}" in last


@pytest.mark.parametrize("count", range(1, 13))
def test_title_stays_with_its_table_on_pages_laid_across(count: int) -> None:
    title = Heading("转移支付区域绩效目标自评表" * 2, 0)
    line = Paragraph("（2023年度）", Align.CENTER)
    texts = pages(AnnexStart("附件", across=True), title, line, rows(count))
    assert "指标" in texts[0]


@pytest.mark.parametrize("count", range(30, 45))
def test_no_page_is_empty_below_a_table(count: int) -> None:
    assert "）" in pages(rows(count))[-1]


@pytest.mark.parametrize(
    "text", ["居中", "安澜县农村饮用水水质监测中央转移支付绩效自评报告"]
)
@pytest.mark.parametrize("is_title", [True, False])
def test_centred_lines_have_equal_sides(text: str, is_title: bool) -> None:
    block = Heading(text, 0) if is_title else Paragraph(text, Align.CENTER)
    with pypdfium2.PdfDocument(pdf(block)) as file:
        page = file[0]
        signs = page.get_textpage()
        places = [signs.get_charbox(n) for n in range(len(text))]
        signs.close()
        page.close()
    left, right = min(box[0] for box in places), max(box[2] for box in places)
    edges = (28 / 25.4 * 72, 595 - 26 / 25.4 * 72)
    assert left - edges[0] == pytest.approx(edges[1] - right, abs=12)


def test_word_that_is_wider_than_its_cell_is_wrapped() -> None:
    address = "https://example.org/" + "a" * 120
    cells = (*(Cell("指标值", 0, c) for c in range(8)), Cell(address, 0, 8))
    data = pdf(Table(cells, 1, 9, widths=(1,) * 9))
    with pypdfium2.PdfDocument(data) as file:
        page = file[0]
        text = page.get_textpage()
        right = max(text.get_charbox(n)[2] for n in range(text.count_chars()))
        text.close()
        page.close()
    assert right < 595 - 26 / 25.4 * 72


def test_folded_tables_are_left_out() -> None:
    assert "明细" not in "".join(pages(Paragraph("文"), Folded("明细", rows(3))))


def test_cover_without_headings_is_followed_by_nothing() -> None:
    assert len(pages(Heading("自评报告", 0), Contents())) == 1


def test_cover_with_a_long_title_takes_one_page() -> None:
    heads = [Paragraph(f"填报日期：{number}") for number in range(8)]
    blocks: tuple[Block, ...] = (
        Heading("题" * 80, 0),
        *heads,
        Contents(),
        Heading("一、概况", 1),
    )
    assert len(pages(*blocks)) == 3


def test_cell_breaks_its_lines_where_the_word_file_does() -> None:
    fits_three = Table((Cell("国" * 6, 0, 0),), 1, 2, widths=(738, 8104))
    with pypdfium2.PdfDocument(pdf(fits_three)) as file:
        page = file[0]
        signs = page.get_textpage()
        lines = signs.get_text_range().split()
        signs.close()
        page.close()
    assert lines[:2] == ["国国国", "国国国"]
