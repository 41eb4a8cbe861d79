"""The corpus of documents with truth."""

import json
from pathlib import Path
from typing import Any

import pytest

from quanheng.core.errors import UnreadableFileError
from quanheng.document.blocks import Document, Heading
from quanheng.document.table import Table
from quanheng.readers import read_document
from tests.conftest import SeedFile


def read(path: Path) -> Document:
    return read_document(path.read_bytes(), path.name)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(document: Document) -> str:
    cells = [cell.text for table in tables(document) for cell in table.cells]
    return "\n".join(cells + [getattr(block, "text", "") for block in document.blocks])


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("suffix", [".docx", ".txt", ".xlsx", ".xls"])
def test_every_known_value_stands_in_the_document(suffix: str, corpus: Path) -> None:
    for path in sorted((corpus / "docs").glob(f"*{suffix}")):
        truth = json.loads((corpus / "truth" / f"{path.stem}.json").read_text("utf-8"))
        whole = bare(texts(read(path)))
        projects = truth.get("projects", [truth])
        for row in (row for project in projects for row in project["indicators"]):
            assert bare(row["level3"]) in whole, path.name


def test_word_file_and_text_dump_of_the_seed_agree(seed_file: SeedFile) -> None:
    word, text = (read(seed_file(suffix)) for suffix in (".docx", "_text.txt"))
    assert [bare(c.text) for t in tables(word) for c in t.cells if c.text] == [
        bare(c.text) for t in tables(text) for c in t.cells if c.text
    ]
    assert [b.level for b in word.blocks if isinstance(b, Heading)] == [
        b.level for b in text.blocks if isinstance(b, Heading)
    ]


def hostile(corpus: Path) -> list[dict[str, Any]]:
    found = json.loads((corpus / "truth" / "hostile.json").read_text("utf-8"))
    cases: list[dict[str, Any]] = found["cases"]
    suffixes = (".docx", ".txt", ".xlsx", ".xls")
    return [case for case in cases if case["file"].endswith(suffixes)]


def document_or_refusal(path: Path) -> Document | UnreadableFileError:
    try:
        return read(path)
    except UnreadableFileError as refused:
        return refused


def test_hostile_files_are_refused_or_read(corpus: Path) -> None:
    for case in hostile(corpus):
        found = document_or_refusal(corpus / "docs" / "hostile" / case["file"])
        if isinstance(found, UnreadableFileError):
            assert case["expect"] != "read", case["file"]
            assert len(found.message.zh) <= 60
        else:
            assert case["expect"] != "error", case["file"]
            assert found.blocks, case["file"]
