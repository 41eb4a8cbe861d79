"""Sheets that compute: formulas, choices, colours, protection."""

from io import BytesIO

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.workbook import Workbook  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.live import Alarm, Live, Tone
from quanheng.document.table import Align, Cell, Table
from quanheng.readers import read_document
from quanheng.writers.xlsx.writer import XlsxWriter

FAULT = Alarm("@[.,0]>@[.,1]")
EMPTY = Tone.EMPTY


def amount(row: int, text: str = "") -> Cell:
    place = f"@[{row},0]"
    alarms = (Alarm(f'{place}=""', EMPTY), FAULT)
    live = Live(
        is_open=True, limits=("0", "@[.,1]"), hint="填金额", alarms=alarms, room=3
    )
    return Cell(text, row, 0, live=live)


TABLE = Table(
    cells=(
        amount(0, "5"),
        Cell("10", 0, 1),
        amount(1),
        Cell("20", 1, 1),
        Cell(
            "5", 2, 0, live=Live("SUM(@[0,0]:@[1,0])/总数", number="0.00", name="合计")
        ),
        Cell(
            "是", 2, 1, live=Live(is_open=True, choices=("是", "否"), is_strict=False)
        ),
    ),
    row_count=3,
    column_count=2,
    aside=(
        Cell("", 0, 3, live=Live("@[.,0]*2", is_hidden=True)),
        Cell("提示", 0, 4, align=Align.LEFT, live=Live()),
        Cell("3", 1, 4, align=Align.LEFT, live=Live(name="总数")),
        Cell("甲", 2, 4, align=Align.LEFT, live=Live(name="词表", words=("甲", '"乙'))),
    ),
    inner_header=1,
)
DOCUMENT = Document(
    "x", (Heading("自评表", 0), Paragraph("（2024年度）", Align.CENTER), TABLE)
)


@pytest.fixture
def book() -> Workbook:
    return load_workbook(BytesIO(XlsxWriter().write(DOCUMENT)))


@pytest.fixture
def sheet(book: Workbook) -> Worksheet:
    return book["自评表"]


def test_title_stands_above_the_form_on_its_sheet(
    book: Workbook, sheet: Worksheet
) -> None:
    assert book.sheetnames == ["自评表"]
    assert [sheet.cell(row, 1).value for row in (1, 2)] == ["自评表", "（2024年度）"]
    assert sheet.cell(3, 1).value == 5


def test_places_become_addresses_below_the_title(sheet: Worksheet) -> None:
    assert sheet["A5"].value == "=SUM($A$3:$A$4)/总数"
    assert sheet["D3"].value == "=$A3*2"  # its row moves: rows share one formula


def test_text_is_what_is_seen_without_computing() -> None:
    data = XlsxWriter().write(DOCUMENT)
    shown = load_workbook(BytesIO(data), data_only=True)["自评表"]
    assert shown["A5"].value == 5


def test_names_stand_for_cells_and_lists(book: Workbook) -> None:
    found = {name: one.attr_text for name, one in book.defined_names.items()}
    assert found["合计"] == "'自评表'!$A$5"
    assert found["总数"] == "'自评表'!$E$4"
    assert found["词表"] == '{"甲";"""乙"}'


def test_what_is_filled_in_is_free_and_the_rest_is_protected(sheet: Worksheet) -> None:
    assert sheet.protection.sheet
    assert not sheet.protection.password
    locked = {place: sheet[place].protection.locked for place in ("A3", "B3", "A5")}
    assert locked == {"A3": False, "B3": True, "A5": True}


def test_sheet_without_life_is_not_protected() -> None:
    plain = Table((Cell("1", 0, 0),), 1, 1)
    book = load_workbook(BytesIO(XlsxWriter().write(Document("x", (plain,)))))
    assert not book.worksheets[0].protection.sheet


def test_colours_come_by_column_the_graver_first(sheet: Worksheet) -> None:
    rules = [
        (str(area.sqref), rule.priority, rule.formula[0])
        for area, found in sheet.conditional_formatting._cf_rules.items()
        for rule in found
    ]
    ordered = sorted(rules, key=lambda rule: rule[1])
    assert ordered == [("A3:A4", 1, "$A3>$B3"), ("A3:A4", 2, 'A3=""')]


def test_choices_limits_and_hints(sheet: Worksheet) -> None:
    amounts, words = sheet.data_validations.dataValidation
    assert (str(amounts.sqref), amounts.type, amounts.prompt) == (
        *("A3:A4", "decimal", "填金额"),
    )
    assert (amounts.formula1, amounts.formula2) == ("0", "$B3")
    assert (words.formula1, words.showErrorMessage) == ('"是,否"', False)


def test_cells_beside_are_not_printed_and_helpers_are_hidden(sheet: Worksheet) -> None:
    assert sheet.print_area == "'自评表'!$A$1:$B$5"
    assert sheet.column_dimensions["D"].hidden
    assert not sheet.column_dimensions["E"].hidden
    assert sheet.print_title_rows == "$4:$4"


def test_room_is_left_and_other_rows_grow(sheet: Worksheet) -> None:
    assert sheet.row_dimensions[3].height == 54
    assert sheet.row_dimensions[5].height is None


def test_helpers_beside_the_form_are_not_read() -> None:
    document = read_document(XlsxWriter().write(DOCUMENT), "x.xlsx")
    (table,) = [block for block in document.blocks if isinstance(block, Table)]
    assert table.column_count == 2
