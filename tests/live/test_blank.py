"""Blanks: what they start with, and what a person fills in."""

import re
from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.core.expression import Duration, Number, Span
from quanheng.core.field import text_of
from quanheng.core.grammar import read_expression
from quanheng.core.report import Project
from quanheng.document.blocks import Document
from quanheng.document.table import Cell, Table
from quanheng.law.book import Law
from quanheng.law.load import load_book
from quanheng.live.blank.blank_form import blank_with_formulas
from quanheng.live.blank.blank_project import FORMS, Start, blank_project
from quanheng.live.cells.choices import UNITS, level_one_choices
from quanheng.live.parameters.word_lists import all_units
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.new_project import new_project
from quanheng.testing.cases import WORKPLACE

DAY = date(2024, 12, 31)
START = Start("甲项目", "2024", "乙局", "丙中心", "P1", "100", "120")


def law(region: str = "全国") -> Law:
    return load_book().law(DAY, region)


def weights(project: Project) -> Decimal:
    cells = [text_of(row.weight) for row in project.indicators]
    cells.append(text_of(project.budget.weight) if project.budget else "")
    return sum(map(Decimal, filter(None, cells)), Decimal(0))


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def form_of(form: str) -> Table:
    document = blank_with_formulas(blank_project(form, START, law()), law())
    return max(tables(document), key=lambda table: len(table.aside))


def below(table: Table, heading: str) -> list[Cell]:
    head = [cell for cell in table.cells if cell.text == heading][-1]
    found = (row[head.column] for row in table.grid[head.row + 1 :])
    return [cell for cell in found if cell is not None and cell.column_span == 1]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("region", ["全国", "山西省", "中央部门"])
def test_starting_weights_follow_the_scheme(form: str, region: str) -> None:
    assert weights(blank_project(form, START, law(region))) == 100


def test_cost_is_a_category_of_its_own_where_the_scheme_has_it() -> None:
    assert "成本指标" in level_one_choices(law("中央部门"))
    assert "成本指标" not in level_one_choices(law())
    rows = blank_project("national", START, law("中央部门")).indicators
    assert text_of(rows[0].level1) == "成本指标"


@pytest.mark.parametrize("form", FORMS)
def test_known_values_stand_in_the_blank(form: str) -> None:
    document = blank_with_formulas(blank_project(form, START, law()), law())
    texts = [cell.text for table in tables(document) for cell in table.cells]
    texts += [getattr(block, "text", "") for block in document.blocks]
    for known in ("甲项目", "乙局", "丙中心", "P1"):
        assert any(known in text for text in texts), known
    assert {"100", "120"} <= set(texts)
    assert not any("待填三级" in text for text in texts)


def test_person_fills_in_values_and_formulas_are_closed() -> None:
    table = form_of("national")
    for heading in ("三级指标", "符号", "年度指标值", "计量单位", "实际完成值"):
        first = below(table, heading)[0].live
        assert first is not None, heading
        assert first.is_open, heading
        assert first.formula == "", heading
    score = below(table, "得分")[0].live
    assert score is not None
    assert score.formula
    assert not score.is_open


def test_every_place_of_the_grid_is_covered_once() -> None:
    for form in FORMS:
        table = form_of(form)
        area = sum(cell.row_span * cell.column_span for cell in table.cells)
        assert area == table.row_count * table.column_count


@pytest.mark.parametrize("unit", [*UNITS, *all_units()])
def test_listed_unit_reads_the_same_behind_every_number(unit: str) -> None:
    for number in ("2", "12", "95", "1000", "0.5"):
        for sign in ("", "≥", ">", "=", "≤", "<"):
            value = read_expression(f"{sign}{number}{unit}", 2024)
            assert isinstance(value, Number | Duration), value
            assert value.quantity.value == Decimal(number)
    assert isinstance(read_expression(f"1-12{unit}", 2024), Span)


def sheets_of(form: str) -> list[Worksheet]:
    data = new_project(form, ".xlsx", START, WORKPLACE)
    return list(load_workbook(BytesIO(data)).worksheets)


def test_each_kind_has_spare_rows_that_are_hidden_and_may_be_shown() -> None:
    sheet, *_ = sheets_of("national")
    merged = {
        str(sheet.cell(area.min_row, area.min_col).value): area.size["rows"]
        for area in sheet.merged_cells.ranges
    }
    assert merged["数量指标"] == 6
    assert {merged[kind] for kind in ("质量指标", "时效指标", "社会效益指标")} == {4}
    hidden = [row for row, look in sheet.row_dimensions.items() if look.hidden]
    assert len(hidden) == 3 + 8 * 2
    assert not sheet.protection.formatRows


@pytest.mark.parametrize("suffix", [".docx", ".yaml", ".html"])
def test_no_other_blank_has_spare_rows(suffix: str) -> None:
    data = new_project("national", suffix, START, WORKPLACE)
    assert len(read_report(data, f"a{suffix}").projects[0].indicators) <= 19


def test_a_blank_prints_on_one_upright_page_without_colours() -> None:
    form, guide = sheets_of("national")
    assert form.page_setup.orientation in {None, "portrait"}
    assert (form.page_setup.fitToWidth, form.page_setup.fitToHeight) == (None, None)
    assert form.sheet_properties.pageSetUpPr.fitToPage
    assert form.page_setup.blackAndWhite
    assert "$K$" in form.print_area
    _, empty = guide.print_area.split("!")
    assert guide[empty].value is None


def test_rows_that_are_filled_in_may_grow() -> None:
    data = new_project("national", ".xlsx", START, WORKPLACE)
    with ZipFile(BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    rows = re.findall(r"<row [^>]*>", sheet)
    grows = [row for row in rows if 'ht="36"' in row and "customHeight" not in row]
    assert len(grows) > 15


def test_a_word_in_place_of_an_official_score_is_not_shown() -> None:
    score = below(form_of("national"), "得分")[0].live
    assert score is not None
    assert score.number.split(";")[3] == '""'


def test_blank_of_nobody_asks_who_filled_it_in() -> None:
    document = blank_with_formulas(blank_project("national", Start(), law()), law())
    texts = [c.text for b in document.blocks if isinstance(b, Table) for c in b.cells]
    assert "填报人" in texts
