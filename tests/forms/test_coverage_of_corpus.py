"""How much of the corpus is read."""

import pytest

from quanheng.forms.coverage import coverage
from quanheng.forms.recognise import recognise
from quanheng.readers import read_document
from tests.conftest import CORPUS

WHOLE = """
    antidrug_space_rows.txt disability_transfer_prose_report.docx
    flood_content_control.docx forestry_dept_two_tables.docx
    insurance_hidden_rows.xlsx
    nutrition_number_formats.xlsx nutrition_two_level_header.docx
    relics_space_rows.txt report_inline_table_bar_lines.txt road_report_tab_cells.txt
    school_funds_tab_cells.txt school_target_text_box.docx
    training_report_section_tables.docx two_forms_one_file.docx two_project_sheets.xlsx
    village_leading_column.xlsx
""".split()
PARTLY = {
    "bus_subsidy_form_report.docx": "低票价补贴",  # a list of payments
    "town_target_long_and_annual.docx": "2、核心区规划",  # a timetable of the work
    "animal_disease_prose_report.txt": "索引号",  # a table of the web page around it
    "village_all_on_one_line.txt": "2019-05-22T04:56:35Z",  # the file of itself
    "heating_cell_per_paragraph.txt": "0",  # behind the score: reason or figure
}


def unused(name: str) -> list[str]:
    document = read_document((CORPUS / "docs" / name).read_bytes(), name)
    return [field.raw for field in coverage(document, recognise(document)).unused]


@pytest.mark.parametrize("name", WHOLE)
def test_every_cell_is_read(name: str) -> None:
    assert unused(name) == []


@pytest.mark.parametrize("name", PARTLY)
def test_what_has_no_place_in_a_report_is_named(name: str) -> None:
    assert PARTLY[name] in unused(name)
