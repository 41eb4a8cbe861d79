"""The development corpus beside another reader of workbooks, where both are at hand."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from quanheng.document.table import Table
from quanheng.readers import read_document


def texts_of(data: bytes) -> dict[tuple[str, int, int], str]:
    """Place → text, of every cell and line that is read."""
    found: dict[tuple[str, int, int], str] = {}
    for block in read_document(data, "甲").blocks:
        for item in block.cells if isinstance(block, Table) else (block,):
            at = getattr(item, "at")  # noqa: B009
            found[at.sheet, at.row, at.column] = getattr(item, "text")  # noqa: B009
    return found


@pytest.mark.parametrize("suffix", ["xlsx", "xls"])
def test_texts_stand_where_the_other_reader_finds_them(
    suffix: str, corpus: Path
) -> None:
    calamine: Any = pytest.importorskip("python_calamine")
    for path in sorted((corpus / "docs").glob(f"*.{suffix}")):
        data = path.read_bytes()
        book = calamine.load_workbook(BytesIO(data))
        known = {
            (name, row, column): value.replace("\r\n", "\n").strip()
            for name in book.sheet_names
            for row, cells in enumerate(
                book.get_sheet_by_name(name).to_python(skip_empty_area=False), start=1
            )
            for column, value in enumerate(cells, start=1)
            if isinstance(value, str)
        }
        shown = {place: text for place, text in texts_of(data).items() if text}
        assert shown, path.name
        both = shown.keys() & known.keys()
        assert {p: shown[p] for p in both} == {p: known[p] or shown[p] for p in both}
        assert len(both) > len(shown) / 2, path.name
