"""Old Word files and web pages of the corpus."""

import json
from pathlib import Path
from typing import Any

import pytest

from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.readers import read_document
from tests.conftest import SeedFile


def blocks(path: Path) -> tuple[Block, ...]:
    return read_document(path.read_bytes(), path.name).blocks


def told(block: Block) -> Any:
    if isinstance(block, Table):
        areas = [
            (cell.text, cell.row, cell.column, cell.row_span, cell.column_span)
            for cell in block.cells
        ]
        return block.row_count, block.column_count, areas
    assert isinstance(block, Heading | Paragraph)
    return block.text, getattr(block, "level", None)


@pytest.mark.parametrize("suffix", ["doc", "html"])
def test_same_report_in_another_format_is_the_same_document(
    suffix: str, seed_file: SeedFile
) -> None:
    other, word = (blocks(seed_file(f".{kind}")) for kind in (suffix, "docx"))
    assert [*map(told, other)] == [*map(told, word)]


@pytest.mark.parametrize("suffix", ["doc", "html"])
def test_every_known_indicator_stands_in_a_cell(suffix: str, corpus: Path) -> None:
    for path in sorted((corpus / "docs").glob(f"*.{suffix}")):
        truth = json.loads((corpus / "truth" / f"{path.stem}.json").read_text("utf-8"))
        tables = [block for block in blocks(path) if isinstance(block, Table)]
        cells = {"".join(c.text.split()) for table in tables for c in table.cells}
        names = {"".join(row["level3"].split()) for row in truth["indicators"]}
        assert names <= cells, path.name
