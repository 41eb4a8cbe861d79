"""Removes the parts of a document that belong to no form (附带内容)."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from quanheng.document.blocks import Block, Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.composing.evidence_annex import (
    FILE_HEADINGS,
    FILES_TITLE,
    TITLE,
    VALUE_HEADINGS,
)

_INSTRUCTIONS: Final = re.compile(r"(?:填[报表写]|使用)(?:说明|须知|要求)")
_ANNEX_LABEL: Final = re.compile(r"附件\s*\d*")
_FURNITURE: Final = re.compile(
    r"(?=.*(?:发布|发稿|信息来源|文章来源|字号|打印|关闭))(?=.*[:：【\[])(?:\s*(?:"
    r"(?:发布|发稿|更新)(?:时间|日期)\s*[:：]\s*[\d\-/.年月日]*(?:\s+[\d:：]{4,8})?"
    r"|(?:信息|文章)?来源\s*[:：]\s*[^\s:：]*"
    r"|(?:阅读|浏览|访问|点击)(?:次数|量|数)\s*[:：]\s*\d*次?"
    r"|字[号体]\s*[:：](?:\s*[\[【]?[大中小 ][\]】]?)*"
    r"|[\[【]?(?:打印|关闭)(?:本页|窗口)?[\]】]?(?!\S)))+\s*"
)
"""A line of nothing but web page labels and their values."""
_PAGE: Final = re.compile(
    r"\s*(?:[-—–－]+\s*\d{1,4}\s*[-—–－]+"
    r"|第\s*\d{1,4}\s*页(?:[,，/\s]*共\s*\d{1,4}\s*页)?)\s*"
)
"""The number of a page: — 1 —, 第1页 共3页."""
_TITLES: Final = frozenset({TITLE, FILES_TITLE})
_HEADINGS: Final = frozenset({"".join(VALUE_HEADINGS), "".join(FILE_HEADINGS)})


def without_instructions(document: Document) -> Document:
    """The document without the sheets of instructions."""
    blocks = tuple(
        block
        for block in document.blocks
        if not isinstance(block, Heading | Paragraph | Table)
        or not _INSTRUCTIONS.fullmatch(block.at.sheet.strip())
    )
    if len(blocks) in (0, len(document.blocks)):
        return document
    return replace(document, blocks=blocks)


def without_evidence_annex(document: Document) -> Document:
    """The document without the annex on its registers.

    Title and tables are recognised separately, as a workbook separates them.
    """
    blocks = tuple(
        block
        for block, after in zip_longest(document.blocks, document.blocks[1:])
        if not _tells_of_registers(block)
        and not (_is_label(block) and _is_annex_title(after))
    )
    if len(blocks) == len(document.blocks):
        return document
    return replace(document, blocks=blocks)


def without_page_furniture(document: Document) -> Document:
    """The document without the lines that a page adds around a text.

    Numbers of pages; of a web page 发布时间、信息来源、阅读次数、字号、打印, which
    between title and form would be read as a signature.
    """
    blocks = tuple(map(_without_furniture, document.blocks))
    return document if blocks == document.blocks else replace(document, blocks=blocks)


def _without_furniture(block: Block) -> Block:
    if not isinstance(block, Heading | Paragraph):
        return block
    lines = block.text.split("\n")
    said = [line for line in lines if not _is_furniture(line)]
    return block if len(said) == len(lines) else replace(block, text="\n".join(said))


def _is_furniture(line: str) -> bool:
    return bool(_FURNITURE.fullmatch(line) or _PAGE.fullmatch(line))


def _tells_of_registers(block: Block) -> bool:
    if isinstance(block, Table):
        head = block.grid[0] if block.grid else ()
        return _said(cell.text for cell in head if cell) in _HEADINGS
    return _is_annex_title(block)


def _is_annex_title(block: Block | None) -> bool:
    return isinstance(block, Heading | Paragraph) and _said(block.text) in _TITLES


def _is_label(block: Block) -> bool:
    return isinstance(block, Heading | Paragraph) and bool(
        _ANNEX_LABEL.fullmatch(block.text.strip())
    )


def _said(parts: Iterable[str]) -> str:
    """Joined texts without line breaks and blanks."""
    return "".join("".join(parts).split())
