"""Sheets that go with a form without being part of it (附带工作表)."""

import re
from dataclasses import replace
from typing import Final

from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Table

_INSTRUCTIONS: Final = re.compile(r"(?:填[报表写]|使用)(?:说明|须知|要求)")


def without_instructions(document: Document) -> Document:
    """The document without the sheets that only say how to fill in the form."""
    blocks = tuple(
        block
        for block in document.blocks
        if not isinstance(block, Heading | Paragraph | Table)
        or not _INSTRUCTIONS.fullmatch(block.at.sheet.strip())
    )
    if len(blocks) in (0, len(document.blocks)):
        return document
    return replace(document, blocks=blocks)
