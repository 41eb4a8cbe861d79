"""Cells of a workbook change; numbers stay numbers and texts keep their look."""

import re

import pytest

from quanheng.annotate.note import Change
from quanheng.annotate.xlsx.changes import with_changes
from quanheng.core.source import Source
from tests.annotate.conftest import filled, make_zip, members, places, xlsx_parts

SHEET = "xl/worksheets/0.xml"


def at(name: str) -> Source:
    return Source(sheet="表", row=int(name[1:]), column=ord(name[0]) - 64)


def cell(data: bytes, name: str) -> str:
    """A cell as it is stored, without namespaces."""
    sheet = members(data)[SHEET].decode()
    found = re.search(rf'<c [^>]*?r="{name}"[^>]*>.*?</c>', sheet)
    assert found
    return re.sub(r' xmlns="[^"]*"| xml:space="preserve"', "", found[0])


@pytest.mark.parametrize(
    ("name", "old", "new", "stored"),
    [
        ("A2", "98.5", "97.5", '<c r="A2" s="1" t="n"><v>97.5</v></c>'),
        ("B2", "95%", "90%", '<c r="B2" s="2" t="n"><v>0.9</v></c>'),
        ("A2", "98.5", "98.50", '<c r="A2" s="3" t="n"><v>98.5</v></c>'),
        ("B2", "95%", "95.40%", '<c r="B2" s="3" t="n"><v>0.954</v></c>'),
        ("A2", "98.5", "—", '<c r="A2" s="1" t="inlineStr"><is><t>—</t></is></c>'),
        ("B2", "95%", "≥95%", '<c r="B2" s="2" t="inlineStr"><is><t>≥95%</t></is></c>'),
    ],
)
def test_a_number_stays_one_as_long_as_it_can(
    book: bytes, name: str, old: str, new: str, stored: str
) -> None:
    made = with_changes(book, [Change(at(name), old, new)])
    assert sorted(cell(made.data, name).split()) == sorted(stored.split())
    assert places(made.data) == {**places(book), at(name): new}


def test_thousands_are_written_as_they_are_read(book: bytes) -> None:
    made = with_changes(book, [Change(at("A2"), "98.5", "1,098.50")])
    assert places(made.data)[at("A2")] == "1,098.50"
    assert "<v>1098.5</v>" in cell(made.data, "A2")


def test_a_shared_text_changes_in_one_cell_and_keeps_its_look(book: bytes) -> None:
    made = with_changes(book, [Change(at("B1"), "达100%", "≥100%")])
    look = "<is><r><rPr><b/></rPr><t>≥</t></r><r><t>100%</t></r></is>"
    assert look in cell(made.data, "B1")
    old, new = members(book), members(made.data)
    assert old["xl/sharedStrings.xml"] == new["xl/sharedStrings.xml"]


def test_an_inline_text_changes(book: bytes) -> None:
    made = with_changes(book, [Change(at("A4"), "第四行", "第4行")])
    assert places(made.data) == {**places(book), at("A4"): "第4行"}


@pytest.mark.parametrize(
    ("stored", "is_changed"),
    [
        ('<c t="str"><v>甲甲</v></c>', True),
        ('<c t="s"><v>0</v></c>', True),
        ('<c t="b"><v>1</v></c>', False),
        ('<c t="e"><v>#N/A</v></c>', False),
    ],
)
def test_texts_of_every_kind_change_and_nothing_else(
    stored: str, is_changed: bool
) -> None:
    reading = "<si><t>甲甲</t><rPh sb='0' eb='1'><t>jia</t></rPh></si>"
    rows = f"<sheetData><row>{stored}</row></sheetData>"
    data = make_zip(xlsx_parts({"表": rows}, strings=reading))
    old = places(data)[at("A1")]
    made = with_changes(data, [Change(at("A1"), old, "乙")])
    assert places(made.data) == {at("A1"): "乙" if is_changed else old}


def test_cells_keep_the_prefix_of_their_sheet() -> None:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts = xlsx_parts({"表": ""}, formats=["General"])
    cells = "<x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>"
    data = f"<x:sheetData>{cells}</x:sheetData>"
    sheet = f'<x:worksheet xmlns:x="{space}">{data}</x:worksheet>'
    book = make_zip({**parts, SHEET: sheet})
    changes = [Change(at("A1"), "1", "3"), Change(at("B1"), "2", "≥2")]
    made = with_changes(book, [*changes, Change(at("C1"), "", "甲")])
    assert filled(made.data) == {at("A1"): "3", at("B1"): "≥2", at("C1"): "甲"}


@pytest.mark.parametrize("name", ["D2", "A3"])
def test_an_empty_cell_is_filled(book: bytes, name: str) -> None:
    made = with_changes(book, [Change(at(name), "", "甲")])
    assert filled(made.data) == {**filled(book), at(name): "甲"}


def test_what_a_formula_gives_stays(book: bytes) -> None:
    made = with_changes(book, [Change(at("C2"), "197", "198")])
    assert (made.data, made.done) == (book, ())


@pytest.mark.parametrize(
    "change",
    [
        Change(at("A1"), "别的", "新"),
        Change(at("A1"), "", "新"),
        Change(at("D9"), "旧", "新"),
        Change(Source(sheet="表"), "名称", "新"),
        Change(Source(sheet="没有", row=1, column=1), "名称", "新"),
    ],
)
def test_what_is_not_there_stays(book: bytes, change: Change) -> None:
    made = with_changes(book, [change])
    assert (made.data, made.done) == (book, ())


def test_formulas_are_computed_anew_on_opening() -> None:
    parts = xlsx_parts({"表": "<sheetData><row><c><v>1</v></c></row></sheetData>"})
    main = str(parts["xl/workbook.xml"]).replace("</workbook>", "<calcPr/></workbook>")
    data = make_zip({**parts, "xl/workbook.xml": main})
    made = with_changes(data, [Change(at("A1"), "1", "2")])
    assert b'<calcPr fullCalcOnLoad="1"/>' in members(made.data)["xl/workbook.xml"]


def test_all_else_stays_byte_by_byte(book: bytes) -> None:
    made = with_changes(book, [Change(at("A1"), "名称", "全称")])
    old, new = members(book), members(made.data)
    assert {name for name in old if old[name] != new[name]} == {SHEET}
