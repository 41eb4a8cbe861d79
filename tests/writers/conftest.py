"""One document with everything that a document can hold."""

import pytest

from quanheng.document.blocks import (
    AnnexStart,
    Contents,
    Document,
    Heading,
    Paragraph,
)
from quanheng.document.table import Align, Cell, Table


def label(text: str, row: int, column: int, rows: int = 1, columns: int = 1) -> Cell:
    return Cell(text, row, column, rows, columns, Align.CENTER)


TABLE = Table(
    cells=(
        label("指标", 0, 0, rows=2),
        label("数值", 0, 1, columns=2),
        label("目标值", 1, 1),
        label("得分", 1, 2),
        label("数量指标", 2, 0, rows=2),
        Cell("≥95%", 2, 1, align=Align.RIGHT),
        Cell("12.85", 2, 2, align=Align.RIGHT),
        Cell("有效提升 <b>", 3, 1),
        Cell("", 3, 2),
    ),
    row_count=4,
    column_count=3,
    header_rows=2,
)


@pytest.fixture
def document() -> Document:
    return Document(
        name="报告.yaml",
        blocks=(
            Heading("项目支出绩效自评报告", 0),
            Paragraph("项目名称：图书馆开放"),
            Contents(),
            Heading("一、项目的基本情况", 1),
            Heading("（一）项目概况", 2),
            Paragraph("“开放”天数 365 天 & 63 场。\n另起一行。"),
            TABLE,
            TABLE,
            Heading("1.分项", 3),
            Heading("（1）细项", 4),
            Paragraph("居中", Align.CENTER),
            AnnexStart("附件"),
            Heading("项目支出绩效自评表", 0),
            TABLE,
        ),
        title="图书馆开放",
    )
