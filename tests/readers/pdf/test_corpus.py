"""The pdf files of the corpus."""

import json
from pathlib import Path
from typing import Any

from quanheng.document.blocks import Block, Document
from quanheng.document.table import Table
from quanheng.readers import read_document
from tests.conftest import SeedFile


def read(path: Path) -> Document:
    return read_document(path.read_bytes(), path.name)


def plain(block: Block) -> Any:
    """A block without its place and without blanks."""
    if isinstance(block, Table):
        return [
            (c.row, c.column, c.row_span, c.column_span, "".join(c.text.split()))
            for c in block.cells
        ]
    return type(block).__name__, "".join(getattr(block, "text", "").split())


def test_pdf_and_word_file_of_the_seed_hold_the_same(
    seed_file: SeedFile,
) -> None:
    word, pdf = (read(seed_file(suffix)) for suffix in (".docx", ".pdf"))
    assert [plain(block) for block in pdf.blocks] == [
        plain(block) for block in word.blocks
    ]


def test_tables_over_pages_are_one_with_every_known_value(corpus: Path) -> None:
    for path in sorted((corpus / "docs").glob("*.pdf")):
        truth = json.loads((corpus / "truth" / f"{path.stem}.json").read_text("utf-8"))
        tables = [block for block in read(path).blocks if isinstance(block, Table)]
        cells = {"".join(c.text.split()) for table in tables for c in table.cells}
        assert {row["level3"] for row in truth["indicators"]} <= cells, path.name
        assert len(tables) == 1, path.name


def test_a_pdf_with_another_suffix_is_read_by_its_content(corpus: Path) -> None:
    assert read(corpus / "docs" / "hostile" / "pdf_with_wrong_suffix.docx").blocks
