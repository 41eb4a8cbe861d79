"""LibreOffice computes the same scores as :mod:`quanheng.scoring`, to the cent."""

from collections.abc import Iterator, Mapping
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
from quanheng.core.grammar.units import read_unit
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project, Report
from quanheng.forms.compose import compose
from quanheng.law.book import Law
from quanheng.law.load import load_book
from quanheng.live.blank.blank_form import blank_with_formulas
from quanheng.live.blank.blank_project import FORMS, Start, blank_project
from quanheng.live.with_formulas import with_formulas
from quanheng.office.plain_yaml import parse_yaml
from quanheng.record.load import load_project
from quanheng.scoring.scorecard import RowScore, score_project
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.new_project import new_project
from quanheng.testing.cases import WORKPLACE, book_with
from quanheng.writers.xlsx.writer import XlsxWriter
from tests.forms.compose.conftest import NATIONAL
from tests.live.office import needs_office, recalculated
from tests.live.rows import Entry, entries, unit_rows

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


@cache
def laws() -> Mapping[str, Law]:
    book = load_book()
    steps = [
        {"at_least": Decimal(95), "share": Decimal(1)},
        {"at_least": Decimal(80), "share": Decimal("0.65")},
    ]
    other = book_with(
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
        UNITS: book.law(DAY),
    }


LAWS = ("everywhere", "central", "other")
UNITS = "units"
"""Instead of a law: rows of every unit, under the law that holds everywhere."""


@cache
def rows(name: str) -> tuple[Entry, ...]:
    """The rows that are tried under a law: every eighth, each time others."""
    if name == UNITS:
        return tuple(unit_rows())
    return tuple(entries()[LAWS.index(name) :: 8])


def blank(name: str) -> bytes:
    law = laws()[name]
    project = blank_project("national", Start("测试项目", "2024"), law)
    nothing = Field("")
    table = IndicatorTable(
        tuple(
            Indicator(
                name=nothing,
                level1=Field(LEVEL_ONE.get(row.level2, "产出指标")),
                level2=Field(row.level2),
                weight=nothing,
                target=nothing,
                actual=nothing,
                score=nothing,
                reason=nothing,
            )
            for row in rows(name)
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


def filled(name: str) -> bytes:
    """The blank, filled in as a person would; what is typed stays text or number."""
    book = load_workbook(BytesIO(blank(name)))
    sheet = book[SHEET]
    header, column = columns(sheet)
    for number, row in enumerate(rows(name), header + 1):
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


def stated(name: str) -> Project:
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
        for row in rows(name)
    )
    start = Start("测试项目", "2024", "局", "中心")
    project = blank_project("national", start, laws()[name])
    assert project.budget is not None
    cells = {
        **project.budget.cells,
        (BudgetRow.ANNUAL, BudgetColumn.TOTAL): Field("30万元"),
        (BudgetRow.SPENT, BudgetColumn.TOTAL): Field("28.55"),
    }
    table = IndicatorTable(said, total_weight=Field("100"), total_score=Field(WRONG))
    return replace(project, table=table, budget=replace(project.budget, cells=cells))


def rendered(name: str) -> bytes:
    """The report; saving it this way drops every value that was stored."""
    report = Report("r", (stated(name),))
    document = with_formulas(compose(report), report, lambda _: laws()[name])
    return saved(load_workbook(BytesIO(XlsxWriter().write(document))))


def edited() -> bytes:
    """A small report in which a person changes values, one a row."""
    report = Report("e", (load_project(parse_yaml(NATIONAL)),))
    document = with_formulas(compose(report), report, lambda _: laws()["everywhere"])
    book = load_workbook(BytesIO(XlsxWriter().write(document)))
    sheet = book[SHEET]
    header, column = columns(sheet)
    sheet.cell(header + 1, column["实际完成值"], 90)
    sheet.cell(header + 2, column["年度指标值"], "≥62个")
    sheet.cell(header + 3, column["实际完成值"], "八成以上")
    return saved(book)


WHOLE = """
举办培训次数|≥|12|次|11|12.5|
培训人次|≥|1000|人次|1200||

培训合格率|≥|95|%|96%|12.5|

完成时间||2024年11月30日||2024年11月20日|12.5|

人均培训成本|≤|500|元/人|520|12.5|

带动产值|≥|30|万元|30|7.5|

技能水平||有效提升||达成预期指标|7.5|7

垃圾清运率|=|100|%|100|7.5|

长效机制||建立||未建立|7.5|

参训人员满意度|≥|90|%|93|10|
"""
"""A line a row of the blank; the second row gets no weight of its own."""


SIX = """
举办培训次数|≥|12|次|11|2.5|
培训人次|≥|1.2|万人次|1.5|2|
发放资料|≥|2000|册|1800|2|
建成管网|≥|18|公里|16.5|2|
新增绿地|≥|3|万平方米|3|2|
修建水池|=|5|座|5|2|
"""
"""Six quantity indicators: the spare rows of the category are needed."""


def six() -> bytes:
    """A blank whose quantity rows are all used, the hidden ones shown first."""
    book = load_workbook(BytesIO(whole("national")))
    sheet = book[SHEET]
    header, column = columns(sheet)
    headings = ("三级指标", "符号", "年度指标值", "计量单位", "实际完成值", "分值")
    for line, typed in enumerate(SIX.strip().split("\n"), header + 1):
        sheet.row_dimensions[line].hidden = False
        texts = dict(zip(headings, typed.split("|"), strict=False))
        for heading, text in texts.items():
            cell = sheet.cell(line, column[heading])
            cell.value = float(text) if heading == "分值" else text
    return saved(book)


def whole(form: str) -> bytes:
    """A blank as ``quanheng new`` makes it, filled in from the top to the bottom."""
    start = Start("测试项目", "2024", "测试局", "测试中心", annual="120")
    book = load_workbook(BytesIO(new_project(form, ".xlsx", start, WORKPLACE)))
    sheet = book[SHEET]
    header, column = columns(sheet)
    national = form == "national"
    headings = (
        *("三级指标", "符号", "年度指标值" if national else "目标值", "计量单位"),
        *("实际完成值" if national else "业绩值", "分值" if national else "权重"),
        "人工评分",
    )
    first = header + (1 if national else 2)
    below = range(first, sheet.max_row + 1)
    shown = (line for line in below if not sheet.row_dimensions[line].hidden)
    for line, typed in zip(shown, WHOLE.strip().split("\n"), strict=False):
        texts = dict(zip(headings, typed.split("|"), strict=False))
        for heading, text in texts.items():
            cell = sheet.cell(line, column[heading])
            if heading in headings[-2:]:
                cell.value = float(text) if text else cell.value
            elif text:
                cell.value, cell.data_type = text, "s"
    sheet.cell(first + 1, column[headings[-2]]).value = 0
    money = sheet if national else book["（二）预算执行情况"]
    spend(money, national=national)
    return saved(book)


def spend(sheet: Worksheet, *, national: bool) -> None:
    """Type the money spent into its cell."""
    for line in sheet.iter_rows():
        for cell in line:
            if national and str(cell.value).startswith("全年执行数"):
                sheet.cell(cell.row + 1, cell.column).value = 111.1
            if not national and cell.value == "全年执行资金":
                sheet.cell(cell.row, cell.column + 2).value = 111.1


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    made = {f"blank_{name}": filled(name) for name in (*LAWS, UNITS)}
    made |= {f"report_{name}": rendered(name) for name in LAWS}
    made |= {f"whole_{form}": whole(form) for form in FORMS}
    made |= {"edited": edited(), "six": six()}
    return recalculated(made, tmp_path_factory.mktemp("office"))


def test_spare_rows_score_when_they_are_used(books: Mapping[str, bytes]) -> None:
    (project,) = read_report(books["six"], "six.xlsx").projects
    used = [row for row in project.indicators if str(row.level2) == "数量指标"]
    assert len(used) == 6
    card = score_project(project, laws()["everywhere"])
    scores = [row.recomputed for row in card.rows]
    assert all(score is not None for score in scores)
    assert [row.stated for row in card.rows] == scores
    assert project.total is not None
    assert Decimal(project.total.raw) == card.total


def shown(
    books: Mapping[str, bytes], kind: str, name: str, heading: str
) -> Iterator[tuple[Entry, Any, RowScore | None]]:
    """Each row, what the sheet shows below a heading, and the score by core."""
    data = books[f"{kind}_{name}"]
    sheet = load_workbook(BytesIO(data), data_only=True)[SHEET]
    header, column = columns(sheet)
    (project,) = read_report(data, "a.xlsx").projects
    card = score_project(project, laws()[name])
    core = {row.indicator.at.row: row for row in card.rows if row.indicator}
    for number, row in enumerate(rows(name), header + 1):
        yield row, sheet.cell(number, column[heading]).value, core.get(number)


def number(value: Any) -> Decimal | None:
    return Decimal(str(value)) if isinstance(value, int | float) else None


@pytest.mark.parametrize("name", LAWS)
def test_blank_scores_as_core_does(books: Mapping[str, bytes], name: str) -> None:
    """The form may ask a person where core decides, but never says another score."""
    compared, wrong = 0, list[object]()
    for row, value, core in shown(books, "blank", name, "得分"):
        score, computed = number(value), core.recomputed if core else None
        by_person = computed is None and bool(row.placed)
        if score is None or by_person:
            continue
        compared += 1
        if score != computed:
            wrong.append((row, score, computed))
    assert wrong == []
    assert compared > 100


def test_blank_knows_every_unit_that_scores_know(books: Mapping[str, bytes]) -> None:
    wrong = [
        (row.unit, value, core and core.recomputed)
        for row, value, core in shown(books, "blank", UNITS, "得分")
        if (number(value) is not None)
        != bool(read_unit(row.unit) and core and core.recomputed)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", LAWS)
def test_report_is_rescored_beside_its_scores(
    books: Mapping[str, bytes], name: str
) -> None:
    """As long as nobody changes a text, the form knows all that core knows."""
    wrong = [
        (row, score, core)
        for row, score, core in shown(books, "report", name, "复算")
        if number(score) != (core.recomputed if core else None)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", LAWS)
def test_completion_is_that_of_core(books: Mapping[str, bytes], name: str) -> None:
    wrong = [
        (row, rate, core)
        for row, rate, core in shown(books, "report", name, "完成率")
        if number(rate) != (core.completion if core else None)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", LAWS)
def test_money_line_is_rescored(books: Mapping[str, bytes], name: str) -> None:
    data = books[f"report_{name}"]
    (project,) = read_report(data, "a.xlsx").projects
    money = score_project(project, laws()[name]).rows[0]
    sheet = load_workbook(BytesIO(data), data_only=True)[SHEET]
    _, column = columns(sheet)
    assert project.budget is not None
    assert project.budget.score is not None
    line = project.budget.score.at.row
    assert money.recomputed is not None
    assert number(sheet.cell(line, column["复算"]).value) == money.recomputed


def test_changed_texts_are_read_anew_or_left_to_a_person(
    books: Mapping[str, bytes],
) -> None:
    sheet = load_workbook(BytesIO(books["edited"]), data_only=True)[SHEET]
    header, column = columns(sheet)
    lines = range(header - 8, header + 5)
    found = {line - header: sheet.cell(line, column["复算"]).value for line in lines}
    assert found[1] == 37.5
    assert found[2] == 15
    assert found[3] == "需人工判断"
    assert found[4] in (None, "")


@pytest.mark.parametrize("form", FORMS)
def test_filled_in_blank_passes_the_audit_of_scores(
    books: Mapping[str, bytes], form: str
) -> None:
    report = read_report(books[f"whole_{form}"], "whole.xlsx")
    (checked,) = check_report(report, WORKPLACE)
    codes = {finding.rule.code for finding in checked.findings}
    assert not {code for code in codes if code.startswith(("SC1", "SC2", "BG3"))}
    scores = [row.recomputed for row in checked.scorecard.rows]
    assert len(scores) == 11
    assert all(score is not None for score in scores)
    assert [row.stated for row in checked.scorecard.rows] == scores


def test_filled_in_blank_has_total_and_grade(books: Mapping[str, bytes]) -> None:
    (project,) = read_report(books["whole_national"], "whole.xlsx").projects
    card = score_project(project, laws()["everywhere"])
    assert card.total == card.stated_total == Decimal("89.72")
    assert card.grade == card.stated_grade == "良"
    sheet = load_workbook(BytesIO(books["whole_shanxi"]), data_only=True)[SHEET]
    header, column = columns(sheet)
    assert sheet.cell(header + 1, column["复算总分"]).value == 89.72
    assert sheet.cell(header + 1, column["复算等级"]).value == "良"
