"""What is set as pdf and read again says the same."""

import pytest

from quanheng.core.report import Project, Report
from quanheng.document.blocks import Block, Contents, Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.forms.compose import FORMS, compose
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from quanheng.writers import writer_for
from tests.forms.compose.conftest import example, said
from tests.writers.pdf.conftest import again


def texts(block: Block) -> object:
    if isinstance(block, Table):
        return [
            (cell.row, cell.column, cell.row_span, cell.column_span, cell.text)
            for cell in block.cells
        ]
    return getattr(block, "text", "")


def through(project: Project, form: str, suffix: str) -> object:
    data = writer_for(suffix).write(compose(Report("a", (project,)), form))
    return said(recognise(read_document(data, f"a{suffix}")).projects)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["county_library", "publicity_project"])
def test_pdf_says_what_the_word_file_says(name: str, form: str) -> None:
    project = example(name)
    assert through(project, form, ".pdf") == through(project, form, ".docx")


@pytest.mark.parametrize(
    "text",
    [
        "甲" * 100,
        "指标1：完成 12 次。\n指标2：完成 3 次。",
        "甲" * 26 + "\n" + "乙" * 26 + "\n丙",
        "第一段。\n\u3000\u3000第二段。",
        "空  两格 一格   三格",
        "年度： 　年",
        "word and another word, " * 12 + "end",
        "https://example.org/" + "a" * 150,
        "A\tB",
        "甲\n\n乙",
        "【草稿】 [draft] The cause is [to fill in: cause] of it",
        "【草稿】原因是【请填写：原因】" + "甲" * 28 + "【请填写：责任人】负责。",
        "甲\n" + "乙" * 28 + "【草稿】" + "丙" * 24 + "【请填写：原因】丁\n戊",
    ],
)
def test_text_comes_back_with_its_lines_and_blanks(text: str) -> None:
    table = Table((Cell(text, 0, 0), Cell("乙", 0, 1)), 1, 2)
    wanted = text.replace("\t", " ").replace("\n\n", "\n")
    paragraph, cells = again(Paragraph(text), table)
    assert texts(paragraph) == wanted
    assert texts(cells) == [(0, 0, 1, 1, wanted), (0, 1, 1, 1, "乙")]


def test_paragraph_goes_on_over_a_page_break() -> None:
    blocks = [Paragraph("甲。" * 290), Paragraph("乙。" * 100), Paragraph("丙")]
    assert [texts(block) for block in again(*blocks)] == [b.text for b in blocks]


def test_merged_cells_go_on_over_page_breaks() -> None:
    cells = [Cell("绩效指标", 0, 0, row_span=90)]
    for group in range(30):
        cells.append(Cell(f"组{group}", 3 * group, 1, row_span=3))
        for row in range(3 * group, 3 * group + 3):
            cells.append(Cell(f"指标{row}", row, 2))
            cells.append(Cell("" if row % 4 else "同", row, 3))
    table = Table(tuple(cells), 90, 4)
    (found,) = again(table)
    wanted = sorted(cells, key=lambda cell: (cell.row, cell.column))
    assert texts(found) == texts(Table(tuple(wanted), 90, 4))


def test_tables_of_the_same_shape_stay_two() -> None:
    rows = 40
    table = Table(
        tuple(Cell(f"{r}", r, c) for r in range(rows) for c in range(3)), rows, 3
    )
    assert [texts(block) for block in again(table, table)] == [texts(table)] * 2


def test_contents_are_no_text() -> None:
    blocks = again(Heading("报告", 0), Contents(), Heading("一、概况", 1))
    assert [texts(block) for block in blocks] == ["报告", "一、概况"]
