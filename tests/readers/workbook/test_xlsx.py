"""Workbooks (xlsx) to documents, case by case."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook  # type: ignore[import-untyped]

from quanheng.core.errors import UnreadableFileError
from quanheng.core.source import Source
from quanheng.core.unread import unread_text
from quanheng.document.table import Table
from quanheng.readers import read_document

CASES = yaml.safe_load(Path(__file__).with_name("xlsx.cases.yaml").read_text("utf-8"))
ONE = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
TWO = "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>"
TEXT = '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row></sheetData>'

BINARY = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="/officeDocument" Target="xl/workbook.bin"/>'
    "</Relationships>"
)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_case(case: dict[str, Any], xlsx: Any, seen: Any) -> None:
    options = {
        key: case[key] for key in ("formats", "strings", "properties") if key in case
    }
    assert seen(xlsx({"表": case["sheet"]}, **options)) == case["seen"]


def test_places_are_those_of_the_sheet(xlsx: Any, places: Any) -> None:
    sheet = (
        '<cols><col min="1" max="2" hidden="1"/></cols><sheetData><row r="3">'
        '<c r="C3"><v>1</v></c><c r="AB3"><v>2</v></c></row><row r="7">'
        '<c r="C7"><v>3</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="C7:AB7"/></mergeCells>'
    )
    document = read_document(xlsx({"自评表": sheet}), "甲.xlsx")
    (table,) = document.blocks
    assert isinstance(table, Table)
    assert table.at == Source(sheet="自评表")
    assert places(document.blocks) == {
        "1": "工作表“自评表” C3",
        "2": "工作表“自评表” AB3",
        "3": "工作表“自评表” C7",
    }
    assert table.cells[-1].column_span == 2


@pytest.mark.parametrize(("row", "lines"), [(4, 0), (5, 1), (6, 0)])
def test_a_text_behind_one_empty_row_is_a_line(xlsx: Any, row: int, lines: int) -> None:
    sheet = (
        '<sheetData><row r="3"><c r="A3"><v>1</v></c><c r="C3"><v>2</v></c></row>'
        f'<row r="{row}"><c r="A{row}"><v>3</v></c></row></sheetData>'
        f'<mergeCells><mergeCell ref="A{row}:C{row}"/></mergeCells>'
    )
    table, *behind = read_document(xlsx({"自评表": sheet}), "甲.xlsx").blocks
    assert isinstance(table, Table)
    assert len(behind) == lines


def test_sheets_in_order_without_the_hidden_ones(xlsx: Any, seen: Any) -> None:
    states = {"乙": "hidden", "丙": "veryHidden", "丁": "visible"}
    sheets = dict.fromkeys(["甲", "乙", "丙", "丁"], ONE)
    assert seen(xlsx(sheets, states=states)) == ["甲!A1 1", "丁!A1 1"]


def test_charts_and_missing_sheets_are_passed_over(
    parts: Any, package: Any, seen: Any
) -> None:
    made = parts({"甲": ONE, "乙": ONE, "丙": ONE})
    key = "xl/_rels/workbook.xml.rels"
    made[key] = made[key].replace("worksheet", "chartsheet", 1)
    made[key] = made[key].replace("worksheets/1.xml", "worksheets/9.xml")
    assert seen(package(made)) == ["丙!A1 1"]


def test_a_part_that_two_sheets_name_is_read_once(
    parts: Any, package: Any, seen: Any
) -> None:
    made = parts({"甲": ONE, "乙": ONE})
    made["xl/workbook.xml"] = made["xl/workbook.xml"].replace('"s1"', '"s0"')
    assert seen(package(made)) == ["甲!A1 1"]


def test_strict_dialect_reads_alike(xlsx: Any, seen: Any) -> None:
    space = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    data = xlsx({"甲": TEXT}, strings="<si><t>自评</t></si>", space=space)
    assert seen(data) == [[["自评", "自评"]]]


def test_workbook_without_styles(parts: Any, package: Any, seen: Any) -> None:
    made = parts({"甲": ONE})
    del made["xl/styles.xml"]
    assert seen(package(made)) == ["甲!A1 1"]


def test_usual_place_of_the_main_part(parts: Any, package: Any, seen: Any) -> None:
    made = parts({"甲": ONE})
    del made["_rels/.rels"]
    assert seen(package(made)) == ["甲!A1 1"]


def test_a_cell_of_shared_text_without_a_value_is_empty(xlsx: Any, seen: Any) -> None:
    cells = '<c r="A1" t="s"/><c r="B1" t="s"><v/></c><c r="C1" t="s"><v>0</v></c>'
    sheet = f"<sheetData><row>{cells}</row></sheetData>"
    data = xlsx({"表": sheet}, strings="<si><t>甲</t></si>")
    assert seen(data) == ["表!C1 甲"]


def test_paths_as_windows_writes_them(parts: Any, package: Any, seen: Any) -> None:
    sheet = '<sheetData><row><c r="A1"><v>1</v></c></row></sheetData>'
    made = {k.replace("/", "\\"): v for k, v in parts({"表": sheet}).items()}
    assert seen(package(made)) == ["表!A1 1"]


def test_parts_in_other_folders(parts: Any, package: Any, seen: Any) -> None:
    sheet = '<sheetData><row><c r="A1"><v>1</v></c></row></sheetData>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    made = {
        "[Content_Types].xml": f'<Types><Override ContentType="{kind}"/></Types>',
        **{
            name.replace("xl/", "book/"): (
                content.replace("xl/", "book/") if "rels" in name else content
            )
            for name, content in parts({"表": sheet}).items()
        },
    }
    assert seen(package(made)) == ["表!A1 1"]


def test_name_is_kept(xlsx: Any) -> None:
    assert read_document(xlsx({"甲": ONE}), "某单位.xlsx").name == "某单位.xlsx"


def test_cost_is_that_of_the_cells_whatever_their_places(xlsx: Any, seen: Any) -> None:
    sheet = (
        '<dimension ref="A1:XFD1048576"/><cols>'
        + '<col min="2" max="16383" hidden="1"/>' * 1000
        + '</cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFC1048575"/></mergeCells>'
    )
    assert seen(xlsx({"甲": sheet})) == [[["1", ""], ["", "2"]]]


@pytest.mark.parametrize(
    ("changes", "message", "english"),
    [
        ({"xl/workbook.xml": None}, "缺少工作簿部件", "workbook.xml is missing"),
        ({"xl/workbook.xml": "<workbook>"}, "不是完整的 XML", "not well-formed"),
        ({"xl/worksheets/0.xml": "<!DOCTYPE a><a/>"}, "文档类型声明", "DTD"),
        ({"xl/sharedStrings.xml": "<sst/>"}, "缺少单元格文字", "are missing"),
        ({"xl/workbook.bin": "", "_rels/.rels": BINARY}, "xlsb", "binary workbook"),
    ],
)
def test_refused(
    changes: dict[str, str | None],
    message: str,
    english: str,
    parts: Any,
    package: Any,
) -> None:
    made = parts({"甲": TEXT}, strings="<si><t>甲</t></si>") | changes
    kept = {name: part for name, part in made.items() if part is not None}
    with pytest.raises(UnreadableFileError) as refused:
        read_document(package(kept), "甲.xlsx")
    assert message in refused.value.message.zh
    assert english in refused.value.message.en


@pytest.mark.parametrize(
    ("limit", "value", "message"),
    [
        ("quanheng.readers.limits.MOST_PLACES", 1, "单元格超过"),
        ("quanheng.readers.limits.MOST_PLACES", 3, "单元格超过"),
        ("quanheng.readers.workbook.sheet.MOST_CHARACTERS", 5, "文字超过"),
    ],
)
def test_limits(
    limit: str,
    value: int,
    message: str,
    xlsx: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sheet = TEXT.replace("</row>", '</row><row r="2"><c r="A2"><v>9</v></c></row>')
    data = xlsx({"甲": sheet}, strings="<si><t>自评表</t></si>")
    read_document(data, "甲.xlsx")
    monkeypatch.setattr(limit, value)
    with pytest.raises(UnreadableFileError, match=message):
        read_document(data, "甲.xlsx")


AREA = st.tuples(*[st.integers(0, 4)] * 4)


@example([(0, 0, 2, 0), (1, 0, 2, 0)], {(2, 1), (0, 0)}, set(), set())
@given(
    st.lists(AREA, max_size=6),
    st.sets(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=2),
    st.sets(st.integers(0, 4)),
    st.sets(st.integers(0, 4)),
)
def test_every_place_is_covered_once(
    xlsx: Callable[..., bytes],
    merges: list[tuple[int, int, int, int]],
    filled: set[tuple[int, int]],
    rows: set[int],
    columns: set[int],
) -> None:
    def name(row: int, column: int) -> str:
        return f"{'ABCDE'[column]}{row + 1}"

    def row_of(row: int) -> str:
        found = [f'<c r="{name(*p)}"><v>1</v></c>' for p in filled if p[0] == row]
        return f'<row r="{row + 1}" hidden="{int(row in rows)}">{"".join(found)}</row>'

    hidden = [f'<col min="{c + 1}" max="{c + 1}" hidden="1"/>' for c in columns]
    merged = [f'<mergeCell ref="{name(*m[:2])}:{name(*m[2:])}"/>' for m in merges]
    cells = "".join(map(row_of, range(5)))
    sheet = (
        f"<cols>{''.join(hidden)}</cols><sheetData>{cells}</sheetData>"
        f"<mergeCells>{''.join(merged)}</mergeCells>"
    )
    for block in read_document(xlsx({"甲": sheet}), "").blocks:
        if isinstance(block, Table):
            places = [
                (row, column)
                for cell in block.cells
                for row in range(cell.row, cell.row + cell.row_span)
                for column in range(cell.column, cell.column + cell.column_span)
            ]
            assert sorted(places) == [
                (row, column)
                for row in range(block.row_count)
                for column in range(block.column_count)
            ]


def refusal(data: bytes) -> UnreadableFileError | None:
    try:
        read_document(data, "甲")
    except UnreadableFileError as refused:
        return refused
    return None


@given(st.data())
def test_broken_workbooks_are_read_or_refused(
    xlsx: Callable[..., bytes], data: st.DataObject
) -> None:
    whole = bytearray(xlsx({"甲": TWO}, formats=["0%"], strings="<si><t>甲</t></si>"))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    refused = refusal(bytes(whole))
    assert refused is None or refused.message.en != refused.message.zh


def test_hidden_rows_that_are_filled_in_are_named() -> None:
    book = Workbook()
    rows = (("指标", "目标值"), ("培训期数", 12), ("指标2：", "……"), ("人数", 300))
    for cells in rows:
        book.active.append(cells)
    for number in (3, 4):
        book.active.row_dimensions[number].hidden = True
    data = BytesIO()
    book.save(data)
    document = read_document(data.getvalue(), "a.xlsx")
    assert unread_text(document.unread) == (
        "工作表“Sheet” 第4行为隐藏行且填有数字，未读入",
    )


@pytest.mark.parametrize(
    ("areas", "shown"),
    [
        (("A1:B3",), "ab"),
        (("A1:B1", "A3:C3"), "abc"),
        ((), "abcd"),
    ],
)
def test_what_stands_right_of_the_print_area_is_no_part(
    areas: tuple[str, ...], shown: str
) -> None:
    book = Workbook()
    book.active.append(list("abcd"))
    book.active.print_area = ",".join(areas) or None
    book.create_sheet("另表").append(list("wxyz"))
    stream = BytesIO()
    book.save(stream)
    document = read_document(stream.getvalue(), "a.xlsx")
    tables = [block for block in document.blocks if isinstance(block, Table)]
    texts = ["".join(cell.text for cell in table.cells) for table in tables]
    assert texts == [shown, "wxyz"]
