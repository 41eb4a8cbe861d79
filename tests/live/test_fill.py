"""What comes alive in a composed report, and what stays as it is."""

import re
from dataclasses import replace
from itertools import product

import pytest

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.report import Project, Report
from quanheng.document.blocks import Document, Heading
from quanheng.document.table import Cell, Table
from quanheng.forms.compose import compose
from quanheng.forms.recognise import recognise
from quanheng.live.with_formulas import with_formulas
from quanheng.office.plain_yaml import parse_yaml
from quanheng.readers import read_document
from quanheng.record.load import load_project
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE
from quanheng.writers import writer_for
from tests.conftest import CORPUS, known_gaps
from tests.forms.compose.conftest import NATIONAL, said

DOCUMENTS = sorted(path.name for path in (CORPUS / "docs").glob("*.*"))


@pytest.fixture
def report() -> Report:
    return Report("n.yaml", (load_project(parse_yaml(NATIONAL)),))


@pytest.fixture
def live(report: Report) -> Document:
    return with_formulas(compose(report), report, WORKPLACE.law_of)


def form_of(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def cell(table: Table, text: str) -> Cell:
    return next(cell for cell in table.cells if cell.text == text)


def test_printed_texts_stay(report: Report, live: Document) -> None:
    plain = form_of(compose(report))
    assert [c.text for c in form_of(live).cells] == [c.text for c in plain.cells]


def test_values_are_open_and_labels_are_not(live: Document) -> None:
    table = form_of(live)
    for text in ("乡村道路养护项目", "≥120", "190", "99.5"):
        found = cell(table, text).live
        assert found is not None, text
        assert found.is_open, text
    for text in ("三级指标", "年度资金总额", "总分"):
        assert cell(table, text).live is None, text


def test_recomputed_score_stands_beside_without_computing(live: Document) -> None:
    seen = [c for c in form_of(live).aside if c.live and not c.live.is_hidden]
    scores = [c.text for c in seen if c.column == seen[0].column]
    assert scores == ["9.50", "50.00", "30.00", "10.00", "复算", "99.50"]
    assert "优" in [c.text for c in seen]


def test_guide_names_each_parameter_with_its_source(live: Document) -> None:
    heading, guide = live.blocks[-2:]
    assert heading == Heading("填报说明", 0)
    assert isinstance(guide, Table)
    rows = {row[0].text: row[1:] for row in guide.grid if row[0]}
    bound, source = rows["等级“优”的最低总分"]
    assert bound is not None
    assert bound.text == "90"
    assert bound.live is not None
    assert bound.live.name == "优等最低分"
    assert source is not None
    assert source.text.startswith("财预〔2020〕10号第十八条")


def test_every_value_of_a_form_stands_in_a_cell_that_names_its_field(
    report: Report,
) -> None:
    cells = {c.field: c.text for c in form_of(compose(report)).cells if c.field}
    assert cells["name"] == "乡村道路养护项目"
    assert cells["budget.spent.total"] == "190"
    assert {"indicators.target", "total_score", "goals.annual"} <= set(cells)


def test_alarms_of_money_name_cells_of_the_form_alone() -> None:
    amounts = {(r, c): Field("1") for r, c in product(BudgetRow, BudgetColumn)}
    project = load_project(parse_yaml(NATIONAL))
    report = Report("a", (replace(project, budget=Budget(amounts)),))
    document = with_formulas(compose(report, "national"), report, WORKPLACE.law_of)
    form = form_of(document)
    held = {(c.row, c.column) for c in form.cells if c.field}
    alarms = [a.formula for c in form.cells if c.live for a in c.live.alarms]
    places = re.findall(r"@\[(\d+),(\d+)\]", "".join(alarms))
    in_form = {(int(r), int(c)) for r, c in places if int(c) < form.column_count}
    assert in_form
    assert in_form <= held


def test_each_project_of_a_file_computes(report: Report) -> None:
    two = replace(report, projects=report.projects * 2)
    document = with_formulas(compose(two), two, WORKPLACE.law_of)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [bool(table.aside) for table in tables] == [True, True, False]


def test_report_without_indicators_stays_plain() -> None:
    project = Project(form="national", name=Field("空项目"))
    report = Report("a", (project,))
    document = compose(report)
    assert all(
        block.aside == ()
        for block in with_formulas(document, report, WORKPLACE.law_of).blocks
        if isinstance(block, Table)
    )


def test_other_writers_leave_what_computes_out(report: Report, live: Document) -> None:
    plain = compose(report)
    printed = replace(live, blocks=live.blocks[: len(plain.blocks)])
    for suffix in (".docx", ".html"):
        writer = writer_for(suffix)
        assert writer.write(printed) == writer.write(plain)


def test_text_that_looks_like_a_place_stays_a_text(report: Report) -> None:
    (project,) = report.projects
    assert project.table is not None
    first, *others = project.table.rows
    rows = (replace(first, actual=Field('@[1,2]"&"')), *others)
    odd = replace(project, table=replace(project.table, rows=rows))
    report = Report("a", (odd,))
    data = writer_for(".xlsx").write(
        with_formulas(compose(report), report, WORKPLACE.law_of)
    )
    (again,) = read_report(data, "a.xlsx").projects
    assert str(again.indicators[0].actual) == '@[1,2]"&"'


def test_formulas_of_a_long_report_stay_short_enough_for_every_program(
    report: Report,
) -> None:
    (project,) = report.projects
    assert project.table is not None
    rows = project.table.rows * 120
    long = replace(project, table=replace(project.table, rows=rows))
    report = Report("a", (long,))
    table = form_of(with_formulas(compose(report), report, WORKPLACE.law_of))
    lives = [c.live for c in (*table.cells, *table.aside) if c.live]
    formulas = [live.formula for live in lives]
    formulas += [alarm.formula for live in lives for alarm in live.alarms]
    assert max(map(len, formulas)) < 8192 - 2000
    assert max(formula.count(",") for formula in formulas if "SUM(" in formula) < 255


NOT_YET = {
    "animal_disease_prose_report.txt": "its result lists figures like indicators",
    "food_transfer_labels_in_cells.docx": "scores that are not certain",
    "heating_cell_per_paragraph.txt": "texts that are not certain are printed",
    "market_transfer.doc": "a last row that holds a name alone is taken for a note",
}


@pytest.mark.parametrize("name", known_gaps(DOCUMENTS, NOT_YET))
def test_every_document_of_the_corpus_reads_back_field_by_field(name: str) -> None:
    report = read_report((CORPUS / "docs" / name).read_bytes(), name)
    document = with_formulas(compose(report), report, WORKPLACE.law_of)
    data = writer_for(".xlsx").write(document)
    again = recognise(read_document(data, "a.xlsx"))
    assert said(again.projects) == said(report.projects)
