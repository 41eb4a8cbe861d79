"""A record is a workbook that people edit: sheets, marks, places, refusals."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import Field, text_of
from quanheng.core.report import Project, Report
from quanheng.document.blocks import Document, Heading
from quanheng.document.table import Cell, Table
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record import words
from quanheng.record.from_tables import is_record
from quanheng.record.load import load_report
from quanheng.record.to_tables import record_blocks, record_document
from quanheng.tasks.reading.read_report import report_in
from quanheng.writers import writer_for

WORDS = (words.ABSENT, words.TOTAL_ROW, words.HEADER_ROW, words.PARAGRAPH, "指标1")
RECORD = """
project: {name: 图书采购, year: 2023年}
budget: {unit: 万元, rows: {annual: {total: 60.00, fiscal: ""}, spent: {total: 57}}}
goals: {annual: 采购新书}
labels: {level3: 三级指标, target: 年度指标值}
indicators:
  - {level1: 产出, level3: 采购册数, weight: 12.90, target: "≥500册"}
  - level3: 读者满意度
    target: ""
    remarks: [{label: 数据来源, text: 问卷}]
total_row: {score: 98}
sections:
  - {heading: 一、基本情况, level: 1, chapter: basics, paragraphs: [立项依据：年度计划]}
"""


@pytest.fixture
def report() -> Report:
    return load_report(parse_yaml(RECORD), "x.yaml")


def read_back(document: Document) -> Report:
    data = writer_for(".xlsx").write(document)
    return report_in(read_document(data, "x.xlsx"))


def changed(document: Document, before: str, after: str) -> Document:
    """The document after somebody typed over the cells with a text."""

    def typed(cell: Cell) -> Cell:
        return replace(cell, text=after) if cell.text == before else cell

    blocks = tuple(
        replace(block, cells=tuple(map(typed, block.cells)))
        if isinstance(block, Table)
        else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks)


def test_each_part_has_a_table_named_in_its_corner(report: Report) -> None:
    tables = [b for b in record_document(report).blocks if isinstance(b, Table)]
    corners = [table.cells[0].text for table in tables]
    assert corners == ["项目", "预算", "目标", "指标", "正文", "其他栏目"]


def test_sheets_are_named_for_their_parts_and_projects(report: Report) -> None:
    two = replace(report, projects=report.projects * 2)
    document = read_document(writer_for(".xlsx").write(record_document(two)), "x")
    sheets = [block.at.sheet for block in document.blocks if isinstance(block, Table)]
    assert sheets[:2] == ["项目（1）", "预算（1）"]
    assert sheets[6:8] == ["项目（2）", "预算（2）"]
    assert len(report_in(document).projects) == 2


def test_a_record_is_known_by_its_first_line(report: Report) -> None:
    document = record_document(report)
    assert is_record(document)
    assert not is_record(replace(document, blocks=document.blocks[1:]))
    assert not is_record(Document("empty", ()))


def test_places_name_sheet_and_cell(report: Report) -> None:
    project = read_back(record_document(report)).projects[0]
    target = project.indicators[0].target
    assert target is not None
    assert target.at.text() == "工作表“指标” E3"
    assert project.indicators[0].at.text() == "工作表“指标” 第3行"
    assert project.table_at.text() == "工作表“指标”"
    assert project.at.text() == "工作表“项目”"


def test_an_edited_value_is_read(report: Report) -> None:
    document = changed(record_document(report), "≥500册", "≥800册")
    assert text_of(read_back(document).projects[0].indicators[0].target) == "≥800册"


def test_an_empty_cell_is_not_an_absent_one(report: Report) -> None:
    first, second = read_back(record_document(report)).projects[0].indicators
    assert first.weight is not None
    assert second.weight is None
    assert second.target == Field("", second.target.at) if second.target else False


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("项目名称", "名字", "工作表“项目” A2 应为以下之一"),
        ("项目", "工程", "工作表“项目” A1 应为以下之一：项目"),
        ("全年预算", "今年预算", "工作表“预算” A2 应为以下之一：年初预算"),
        ("年度总金额", "全部", "工作表“预算” B1 应为以下之一"),
        ("目标值", "目的值", "工作表“指标” E1 应为以下之一：一级指标"),
        ("章", "章节", "工作表“正文” B1 应为以下之一：章"),
        ("一级标题", "大标题", "工作表“正文” A2 应为以下之一：无标题"),
        ("指标2", "指标9", "工作表“其他栏目” A2 应为以下之一"),
    ],
)
def test_an_unknown_name_is_refused_with_its_place(
    report: Report, before: str, after: str, place: str
) -> None:
    with pytest.raises(UnreadableFileError) as raised:
        read_back(changed(record_document(report), before, after))
    assert place in raised.value.text()
    assert "should be one of" in raised.value.text("en")


@given(number=st.integers(0, 200), text=st.sampled_from(["", "别的", *WORDS]))
@settings(max_examples=150, suppress_health_check=[*HealthCheck], deadline=None)
def test_whatever_is_typed_over_is_read_or_refused(
    report: Report, number: int, text: str
) -> None:
    document = record_document(report)
    texts = [
        cell.text
        for block in document.blocks
        if isinstance(block, Table)
        for cell in block.cells
    ]
    edited = changed(document, texts[number % len(texts)], text)
    with suppress(UnreadableFileError):
        assert report_in(edited).projects


def test_a_record_without_tables_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="项目"):
        report_in(Document("x", (Heading(words.MARK, 0),)))


def test_a_text_too_long_for_a_cell_is_refused(report: Report) -> None:
    long = Project(name=Field("长" * 40_000))
    with pytest.raises(UnreadableFileError, match="32767"):
        record_document(Report("x", (long,)))


def test_a_long_text_is_shown_where_no_workbook_is_written() -> None:
    long = Project(name=Field("长" * 40_000))
    assert list(record_blocks(Report("x", (long,))))
