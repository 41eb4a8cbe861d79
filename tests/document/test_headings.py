"""Headings by their printed number."""

from pathlib import Path

import pytest
import yaml

from quanheng.core.field_codes import without_bookmarks
from quanheng.core.source import Source
from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.headings import (
    is_contents_entry,
    printed_level,
    text_blocks,
    with_title,
)
from quanheng.document.table import Table

CASES = yaml.safe_load(
    Path(__file__).with_name("headings.cases.yaml").read_text("utf-8")
)
AT = Source(paragraph=3)


@pytest.mark.parametrize(("text", "level"), CASES)
def test_printed_level(text: str, level: int | None) -> None:
    assert printed_level(text) == level


@pytest.mark.parametrize(
    ("line", "is_entry"),
    [
        ("一、项目概况\t1", True),
        ("附件 自评表……………12", True),
        ("前言.......3", True),
        ("宣传次数\t2", False),
        ("一、项目概况", False),
        ("目录", False),
        ("一、" + "很长" * 80 + "\t1", False),
    ],
)
def test_contents_entry(line: str, is_entry: bool) -> None:
    assert is_contents_entry(line) is is_entry


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("一、项目的基本情况", 1),
        ("（一）项目概况", 2),
        ("(一)项目基本情况。", 2),
        ("1. 产出情况及分析", 3),
        ("（1）. 项目实施期绩效目标", 4),
        ("[bookmark: _Toc2]六、改进措施", 1),
        ("1.项目名称：图书采购", 0),
        ("2.申报内容与实际相符。", 0),
        ("3.5万元已全部支付", 0),
        ("一是加强管理，二是及时上架。", 0),
        ("项目概况", 0),
    ],
)
def test_numbered_lines_are_headings(line: str, level: int) -> None:
    assert (printed_level(line) or 0) == level


def test_residue_is_taken_out_of_a_copy_only() -> None:
    text = " [bookmark: _Toc1]一、概况"
    assert without_bookmarks(text) == " 一、概况"
    assert list(text_blocks(text.strip(), AT)) == [Heading(text.strip(), 1, AT)]


@pytest.mark.parametrize(
    ("text", "styled", "blocks"),
    [
        ("概况", 2, [Heading("概况", 2, AT)]),
        ("（一）概况", 1, [Heading("（一）概况", 2, AT)]),
        ("一、概况", 0, [Heading("一、概况", 0, AT)]),
        ("正文", None, [Paragraph("正文", at=AT)]),
        ("误" * 121, 1, [Paragraph("误" * 121, at=AT)]),
        (
            "一、概况\n本项目\n二、绩效",
            None,
            [
                Heading("一、概况", 1, AT),
                Paragraph("本项目", at=AT),
                Heading("二、绩效", 1, AT),
            ],
        ),
    ],
)
def test_text_blocks(text: str, styled: int | None, blocks: list[Block]) -> None:
    assert list(text_blocks(text, AT, styled)) == blocks


CHAPTER = Heading("一、概况", 1)
TITLE = Heading("自评报告", 1)


@pytest.mark.parametrize(
    ("blocks", "levels"),
    [
        ([TITLE, CHAPTER], [0, 1]),
        ([TITLE, Heading("绩效", 1)], [1, 1]),
        ([CHAPTER, TITLE], [1, 1]),
        ([Heading("预算", 2), CHAPTER], [2, 1]),
        ([Table((), 0, 0), CHAPTER], [None, 1]),
        ([], []),
    ],
)
def test_title_stands_above_numbered_chapters(
    blocks: list[Block], levels: list[int | None]
) -> None:
    assert [getattr(b, "level", None) for b in with_title(blocks)] == levels
