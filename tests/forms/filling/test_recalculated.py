"""LibreOffice computes the same scores as :mod:`quanheng.scoring`, to the cent."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook  # type: ignore[import-untyped]
from openpyxl.worksheet.worksheet import Worksheet  # type: ignore[import-untyped]

from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project, Report
from quanheng.forms.compose import compose
from quanheng.forms.filling.blank import Start, blank_project
from quanheng.forms.filling.fill import with_formulas
from quanheng.forms.filling.fill_blank import blank_with_formulas
from quanheng.law.book import Law, LawBook, Value
from quanheng.law.load import load_book
from quanheng.scoring.scorecard import RowScore, score_project
from quanheng.tasks.read_report import read_report
from quanheng.writers.xlsx.writer import XlsxWriter
from tests.forms.filling.office import needs_office, recalculated
from tests.forms.filling.rows import Entry, entries

DAY = date(2024, 12, 31)
SHEET = "项目支出绩效自评表"
WRONG = "1.23"
"""A cached value that no formula gives: whoever shows it has not computed."""
LEVEL_ONE = {
    "社会效益指标": "效益指标",
    "经济效益指标": "效益指标",
    "服务对象满意度指标": "满意度指标",
}

pytestmark = needs_office


def changed(book: LawBook, values: Mapping[str, Value]) -> LawBook:
    """The book with other values of some parameters."""
    parameters = dict(book.parameters)
    for name, value in values.items():
        known = parameters[name]
        only = replace(
            known.values[-1], value=value, since=date(2000, 1, 1), region="全国"
        )
        parameters[name] = replace(known, values=(only,))
    return replace(book, parameters=parameters)


@cache
def laws() -> Mapping[str, Law]:
    book = load_book()
    steps = [
        {"at_least": Decimal(95), "share": Decimal(1)},
        {"at_least": Decimal(80), "share": Decimal("0.65")},
    ]
    other = changed(
        book,
        {
            "self_evaluation.inverse_formula": "ratio",
            "self_evaluation.inverse_completion": "ratio",
            "self_evaluation.late_formula": {"share_per_day": Decimal("0.015")},
            "self_evaluation.zero_target_formula": "by_person",
            "self_evaluation.execution_steps": steps,
        },
    )
    return {
        "everywhere": book.law(DAY),
        "central": book.law(DAY, "中央部门"),
        "other": other.law(DAY),
    }


@cache
def rows() -> tuple[Entry, ...]:
    return tuple(entries())


def blank(law: Law) -> bytes:
    project = blank_project("national", Start("测试项目", "2024"), law)
    nothing = Field("")
    table = IndicatorTable(
        tuple(
            Indicator(
                nothing,
                *(Field(LEVEL_ONE.get(row.level2, "产出指标")), Field(row.level2)),
                *[nothing] * 3,
                None,
                *[nothing] * 2,
            )
            for row in rows()
        ),
        total_weight=nothing,
        total_score=nothing,
    )
    return XlsxWriter().write(blank_with_formulas(replace(project, table=table), law))


def columns(sheet: Worksheet) -> tuple[int, dict[str, int]]:
    """The header row, and the column of each heading; the first of two alike."""
    header = next(
        row
        for row in range(1, sheet.max_row)
        if any(cell.value == "三级指标" for cell in sheet[row])
    )
    found = {cell.value: cell.column for cell in reversed(sheet[header]) if cell.value}
    return header, found


def filled(data: bytes) -> bytes:
    """The blank, filled in as a person would; what is typed stays text or number."""
    book = load_workbook(BytesIO(data))
    sheet = book[SHEET]
    header, column = columns(sheet)
    for number, row in enumerate(rows(), header + 1):
        typed = {
            "三级指标": row.name,
            "符号": row.sign,
            "年度指标值": row.target,
            "计量单位": row.unit,
            "实际完成值": row.actual,
        }
        for heading, text in typed.items():
            if text:
                cell = sheet.cell(number, column[heading], text)
                cell.data_type = "s"
        sheet.cell(number, column["分值"], float(row.weight))
        if row.placed:
            sheet.cell(number, column["人工评分"], float(row.placed))
    return saved(book)


def saved(book: Any) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def stated(law: Law) -> Project:
    """A report whose rows say the same in one cell each."""
    said = tuple(
        Indicator(
            Field(row.name),
            level1=Field(LEVEL_ONE.get(row.level2, "产出指标")),
            level2=Field(row.level2),
            weight=Field(row.weight),
            target=Field(row.raw_target),
            actual=Field(row.actual),
            score=Field(row.placed or WRONG),
            reason=Field(""),
        )
        for row in rows()
    )
    project = blank_project("national", Start("测试项目", "2024", "局", "中心"), law)
    assert project.budget is not None
    cells = {
        **project.budget.cells,
        (BudgetRow.ANNUAL, BudgetColumn.TOTAL): Field("30万元"),
        (BudgetRow.SPENT, BudgetColumn.TOTAL): Field("28.55"),
    }
    table = IndicatorTable(said, total_weight=Field("100"), total_score=Field(WRONG))
    return replace(project, table=table, budget=replace(project.budget, cells=cells))


def rendered(law: Law) -> bytes:
    report = Report("r", (stated(law),))
    document = with_formulas(compose(report), report, lambda _: law)
    book = load_workbook(BytesIO(XlsxWriter().write(document)))
    return saved(book)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    made = {f"blank_{name}": filled(blank(law)) for name, law in laws().items()}
    made |= {f"report_{name}": rendered(law) for name, law in laws().items()}
    return recalculated(made, tmp_path_factory.mktemp("office"))


def shown(data: bytes, heading: str) -> tuple[int, list[Any]]:
    sheet = load_workbook(BytesIO(data), data_only=True)[SHEET]
    header, column = columns(sheet)
    numbers = range(header + 1, header + 1 + len(rows()))
    return header, [sheet.cell(number, column[heading]).value for number in numbers]


def scored(data: bytes, law: Law) -> dict[int, RowScore]:
    """The recomputed rows of what is read from the file, by their line."""
    (project,) = read_report(data, "a.xlsx").projects
    card = score_project(project, law)
    return {row.indicator.at.row: row for row in card.rows if row.indicator}


@pytest.mark.parametrize("name", ["everywhere", "central", "other"])
def test_blank_scores_as_core_does(books: Mapping[str, bytes], name: str) -> None:
    data = books[f"blank_{name}"]
    header, scores = shown(data, "得分")
    core = scored(data, laws()[name])
    compared, wrong = 0, []
    for number, (row, score) in enumerate(zip(rows(), scores, strict=True), header + 1):
        computed = core[number].recomputed if number in core else None
        if not isinstance(score, int | float):
            continue
        if computed is None:
            # Where nothing can be computed, only a person's points may stand there.
            wrong += [] if row.placed else [(row, score, None)]
        elif Decimal(str(score)) == computed:
            compared += 1
        else:
            wrong.append((row, score, computed))
    assert wrong == []
    assert compared > 900


@pytest.mark.parametrize("name", ["everywhere", "central", "other"])
def test_report_is_rescored_beside_its_scores(
    books: Mapping[str, bytes], name: str
) -> None:
    """As long as nobody changes a text, every row that core scores is scored."""
    data = books[f"report_{name}"]
    header, scores = shown(data, "复算")
    core = scored(data, laws()[name])
    wrong = []
    for number, (row, score) in enumerate(zip(rows(), scores, strict=True), header + 1):
        computed = core[number].recomputed if number in core else None
        got = Decimal(str(score)) if isinstance(score, int | float) else None
        if got != computed:
            wrong.append((row, score, computed))
    assert wrong == []


@pytest.mark.parametrize("name", ["everywhere", "central", "other"])
def test_completion_is_that_of_core(books: Mapping[str, bytes], name: str) -> None:
    data = books[f"report_{name}"]
    header, rates = shown(data, "完成率")
    core = scored(data, laws()[name])
    wrong = []
    for number, (row, rate) in enumerate(zip(rows(), rates, strict=True), header + 1):
        computed = core[number].completion if number in core else None
        got = Decimal(str(rate)) if isinstance(rate, int | float) else None
        if got != computed:
            wrong.append((row, rate, computed))
    assert wrong == []


@pytest.mark.parametrize("name", ["everywhere", "central", "other"])
def test_money_line_of_a_report_is_rescored(
    books: Mapping[str, bytes], name: str
) -> None:
    data = books[f"report_{name}"]
    (project,) = read_report(data, "a.xlsx").projects
    money = score_project(project, laws()[name]).rows[0]
    sheet = load_workbook(BytesIO(data), data_only=True)[SHEET]
    _, column = columns(sheet)
    assert project.budget is not None
    assert project.budget.score is not None
    line = project.budget.score.at.row
    score = sheet.cell(line, column["复算"]).value
    assert money.recomputed is not None
    assert Decimal(str(score)) == money.recomputed
