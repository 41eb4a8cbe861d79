"""Cell notes and colours stand at their cell and change nothing else."""

import io
import re
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from lxml import etree

from quanheng.annotate.note import Note
from quanheng.annotate.xlsx.notes import COLOURS, with_notes
from quanheng.core.source import Source
from quanheng.readers import read_document
from tests.annotate.conftest import (
    BOOKS,
    BY,
    everywhere,
    make_zip,
    members,
    places,
    xlsx_parts,
)

SHEET = "xl/worksheets/0.xml"


def notes_in(data: bytes) -> dict[str, str]:
    """Cell → the text of its note."""
    found = {}
    for name, content in members(data).items():
        if name.startswith("xl/comments"):
            for comment in etree.fromstring(content).iter("{*}comment"):
                text = "".join(t.text or "" for t in comment.iter("{*}t"))
                found[str(comment.get("ref"))] = text
    return found


def colour(data: bytes, cell: str) -> str:
    """The fill of a cell, as the programs find it."""
    parts = members(data)
    sheet = next(name for name in parts if name.startswith("xl/worksheets/"))
    found = re.search(rf'<c\b[^>]*r="{cell}"[^>]*>', parts[sheet].decode())
    style = re.search(r'\ss="(\d+)"', found[0]) if found else None
    root = etree.fromstring(parts["xl/styles.xml"])
    xf = root.findall("{*}cellXfs/{*}xf")[int(style[1]) if style else 0]
    fill = root.findall("{*}fills/{*}fill")[int(xf.get("fillId", "0"))]
    shade = fill.find(".//{*}fgColor")
    return "" if shade is None else str(shade.get("rgb"))


@pytest.fixture
def written() -> bytes:
    """A workbook as a program writes it, with a note, a merge and a blank cell."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held, {"in_memory": True})
    sheet = book.add_worksheet("自评表")
    bold = book.add_format({"bold": True, "border": 1, "num_format": "0.00%"})
    sheet.merge_range("A1:C1", "项目支出绩效自评表", bold)
    sheet.write_row("A2", ["指标", "目标值"])
    sheet.write("C2", 0.95, bold)
    sheet.write_comment("A2", "原有批注")
    book.close()
    return held.getvalue()


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_what_is_read_stays_the_same(path: Path) -> None:
    data = path.read_bytes()
    new = with_notes(data, everywhere(data), BY)
    assert read_document(new, "甲") == read_document(data, "甲")
    said = b"".join(c for name, c in members(new).items() if "/comments" in name)
    assert said.count(b"<comment ") >= len({at for at in places(data) if at.column}) > 0


@pytest.mark.parametrize("path", BOOKS, ids=lambda path: path.name)
def test_only_sheets_styles_and_notes_change(path: Path) -> None:
    data = path.read_bytes()
    old, new = members(data), members(with_notes(data, everywhere(data), BY))
    kept = re.compile(r"xl/worksheets/|xl/styles\.xml|\[Content_Types\]")
    assert all(kept.match(name) for name in old if old[name] != new[name])
    added = re.compile(r"xl/(comments|drawings/vmlDrawing|worksheets/_rels/)")
    assert all(added.match(name) for name in new.keys() - old.keys())


def test_a_note_colours_its_cell_and_keeps_its_format(written: bytes) -> None:
    note = Note(Source(sheet="自评表", row=2, column=3), "应为≥95%", "warning")
    new = with_notes(written, [note], BY)
    assert notes_in(new)["C2"] == "应为≥95%"
    assert colour(new, "C2") == f"FF{COLOURS['warning']}"
    assert places(new) == places(written)
    assert "95.00%" in places(new).values()


def test_the_gravest_note_gives_the_colour(written: bytes) -> None:
    at = Source(sheet="自评表", row=1, column=1)
    notes = [Note(at, "甲\n一", "info"), Note(at, "乙", "error")]
    new = with_notes(written, notes, BY)
    assert colour(new, "A1") == f"FF{COLOURS['error']}"
    assert notes_in(new)["A1"] == "甲\n一\n\n乙"


def test_a_note_that_was_there_is_kept_above(written: bytes) -> None:
    note = Note(Source(sheet="自评表", row=2, column=1), "新批注", "info")
    new = with_notes(written, [note], BY)
    assert re.fullmatch(r"(.*\n)?原有批注\n\n新批注", notes_in(new)["A2"])
    drawing = members(new)["xl/drawings/vmlDrawing1.vml"].decode()
    assert drawing.count("<x:Row>1</x:Row>") == 1


def test_every_note_has_a_box_of_its_own_number(written: bytes) -> None:
    notes = [
        Note(Source(sheet="自评表", row=2, column=column), "注", "info")
        for column in (2, 3)
    ]
    drawing = members(with_notes(written, notes, BY))["xl/drawings/vmlDrawing1.vml"]
    numbers = re.findall(rb'id="_x0000_s(\d+)"', drawing)
    assert len(set(numbers)) == len(numbers) == 3
    etree.fromstring(drawing)


def test_cells_and_rows_that_are_not_stored_are_made_in_order(book: bytes) -> None:
    where = [(3, 2), (2, 5), (9, 1), (4, 3), (1, 1)]
    notes = [Note(Source(sheet="表", row=r, column=c), "注", "info") for r, c in where]
    new = with_notes(book, notes, BY)
    sheet = members(new)[SHEET].decode()
    cells = re.findall(r'<c [^>]*?r="([A-Z]+\d+)"', sheet)
    assert cells == ["A1", "B1", "A2", "B2", "C2", "E2", "B3", "A4", "C4", "A9"]
    assert re.findall(r'<row r="(\d+)"', sheet) == ["1", "2", "3", "4", "9"]
    assert places(new) == places(book)


def test_a_note_on_a_sheet_stands_at_its_first_cell_without_colour(
    written: bytes,
) -> None:
    new = with_notes(written, [Note(Source(sheet="自评表"), "全表", "error")], BY)
    assert notes_in(new)["A1"] == "全表"
    assert colour(new, "A1") == ""


def test_a_note_on_an_unknown_sheet_is_left_out(written: bytes) -> None:
    note = Note(Source(sheet="没有", row=1, column=1), "注", "info")
    assert members(with_notes(written, [note], BY)) == members(written)


def test_the_drawing_stands_before_what_must_follow_it() -> None:
    content = "<sheetData><row><c><v>1</v></c></row></sheetData><tableParts/>"
    data = make_zip(xlsx_parts({"表": content}))
    note = Note(Source(sheet="表", row=1, column=1), "注", "info")
    sheet = members(with_notes(data, [note], BY))[SHEET].decode()
    assert re.search(r"</sheetData><legacyDrawing [^>]*/><tableParts/>", sheet)


def test_equal_input_gives_equal_output(written: bytes) -> None:
    notes = everywhere(written)
    assert with_notes(written, notes, BY) == with_notes(written, notes, BY)
    assert with_notes(written, [], BY) == written
