"""The scorecard of a whole project."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import IndicatorTable, Project
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.law.book import DatedValue, Law
from quanheng.scoring.reading import Obstacle, read_row
from quanheng.scoring.scorecard import is_scored, score_project
from quanheng.scoring.total import total

TEN = {
    (BudgetRow.ANNUAL, BudgetColumn.TOTAL): Field("10"),
    (BudgetRow.SPENT, BudgetColumn.TOTAL): Field("10"),
}
SEED_ROWS = (
    # level two, name, weight, target, actual
    ("预算执行指标", "预算执行率", "10", "100%", "100.00%"),
    ("数量指标", "宣传活动举办次数（次）", "12.9", "2", "2次"),
    ("质量指标", "宣传资料质量达标率（%）", "12.85", "达100%", "100%"),
    ("质量指标", "宣传知晓率（%）", "12.85", "95%", "95%"),
    ("时效指标", "宣传天数（天）", "12.85", "一年", "100%"),
    ("成本指标", "宣传资料印刷成本（元）", "12.85", "30", "30万元"),
    ("社会效益", "展示成就和经验", "12.85", "持续增添动力", "100%"),
    ("服务对象满意度指标", "宣传对象满意度", "12.85", "95%", "95%"),
)


def indicator(
    level2: str, name: str, weight: str, target: str, actual: str, score: str = ""
) -> Indicator:
    return Indicator(
        name=Field(name),
        level2=Field(level2),
        weight=Field(weight),
        target=Field(target),
        actual=Field(actual),
        score=Field(score),
    )


def publicity_project() -> Project:
    rows = tuple(indicator(*cells, score=cells[2]) for cells in SEED_ROWS)
    return Project(
        budget=Budget(TEN, unit=Field("万元")),
        table=IndicatorTable(rows),
        stated_total=Field("100分"),
        grade=Field("优秀"),
    )


def test_publicity_project_confirms_what_can_be_computed(law: Law) -> None:
    card = score_project(publicity_project(), law)
    assert card.confirmed == Decimal("61.45")
    assert card.not_computable == Decimal("38.55")
    assert card.total is None
    assert card.grade is None
    assert card.stated_total == 100
    assert card.stated_grade == "优秀"


def test_publicity_project_says_why_three_rows_have_no_score(law: Law) -> None:
    card = score_project(publicity_project(), law)
    assert [row.obstacle for row in card.rows if row.obstacle] == [
        Obstacle.DIMENSIONS_DIFFER,
        Obstacle.UNITS_DIFFER,
        Obstacle.TARGET_NOT_A_VALUE,
    ]
    assert all(step.zh and step.en for row in card.rows for step in row.steps)


def test_total_and_grade_exist_when_every_row_is_computed(law: Law) -> None:
    rows = (
        indicator("数量指标", "册数（册）", "60", "≥10", "9"),
        indicator("满意度指标", "读者满意度（%）", "40", "≥90%", "95%"),
    )
    card = score_project(Project(table=IndicatorTable(rows)), law)
    assert card.total == card.confirmed == Decimal("94.00")
    assert card.not_computable == 0
    assert card.grade == "优"


def test_no_grade_where_weights_are_not_out_of_100(law: Law) -> None:
    rows = (indicator("数量指标", "册数（册）", "60", "≥10", "10"),)
    card = score_project(Project(table=IndicatorTable(rows)), law)
    assert card.total == 60
    assert card.grade is None


def test_nothing_to_score_gives_no_total(law: Law) -> None:
    card = score_project(Project(), law)
    assert card.rows == ()
    assert card.total is None
    assert card.confirmed == card.not_computable == 0
    assert card.stated_total is None
    assert card.stated_grade is None


def test_money_line_of_the_national_form_leads(law: Law) -> None:
    at = Source(table=1, row=3, column=8)
    budget = Budget(TEN, Field("万元"), Field("10"), Field("9", at))
    rows = (indicator("数量指标", "册数（册）", "90", "≥10", "10", "90"),)
    card = score_project(Project(budget=budget, table=IndicatorTable(rows)), law)
    money = card.rows[0]
    assert money.name == "预算执行率"
    assert money.indicator is None
    assert money.reading is None
    assert (money.stated, money.recomputed) == (Decimal(9), Decimal(10))
    assert money.at == at
    assert card.total == 100


def test_money_line_is_left_out_beside_an_execution_row(law: Law) -> None:
    budget = Budget(TEN, Field("万元"), Field("10"), Field("10"))
    rows = (indicator(*SEED_ROWS[0], score="10"),)
    card = score_project(Project(budget=budget, table=IndicatorTable(rows)), law)
    assert [row.indicator for row in card.rows] == list(rows)


def test_row_without_score_cell_stands_at_its_row(law: Law) -> None:
    at = Source(table=2, row=5)
    row = Indicator(
        name=Field("册数（册）"),
        weight=Field("10"),
        target=Field("≥10"),
        actual=Field("10"),
        at=at,
    )
    (score,) = score_project(Project(table=IndicatorTable((row,))), law).rows
    assert score.at == at
    assert score.stated is None


def test_money_line_without_score_cell_stands_in_the_file(law: Law) -> None:
    budget = Budget(TEN, Field("万元"), Field("10"))
    (score,) = score_project(Project(budget=budget), law).rows
    assert score.at == WHOLE_FILE


@pytest.mark.parametrize(
    ("weight", "target", "score", "scored"),
    [
        ("10", "≥2", "10", True),
        ("10", "≥2", "", True),
        ("", "≥2", "10", True),
        ("", "≥2", "", False),
        ("—", "≥2", "—", False),
        ("10", "不适用", "", False),
        ("10", "不适用", "10", True),
        ("10", "不涉及此项", "", False),
        ("10", "≥2", "不适用", False),
    ],
)
def test_rows_without_points_are_not_scored(
    weight: str, target: str, score: str, *, scored: bool, law: Law
) -> None:
    row = indicator("数量指标", "册数（册）", weight, target, "2", score)
    assert is_scored(row, law) is scored


def test_total_of_a_row_without_score_is_unknown() -> None:
    assert total([Decimal(1), None]) is None
    assert total([]) is None
    assert total([Decimal("1.5"), Decimal(2)]) == Decimal("3.5")


def test_money_of_a_budget_without_amounts_has_no_score(
    law_of: Callable[..., Law],
) -> None:
    budget = Budget({}, None, Field("10"), Field("10"))
    (row,) = score_project(Project(budget=budget), law_of()).rows
    assert row.obstacle is Obstacle.ACTUAL_MISSING
    assert "预算表" in row.steps[0].text()
    assert "budget table" in row.steps[0].text("en")


def test_rows_are_read_alike_under_every_version(law: Law) -> None:
    """What was read under one law may be scored under another."""
    read: set[str] = set()

    class Watched(Law):
        def versions(self, name: str) -> tuple[DatedValue, ...]:
            read.add(name)
            return super().versions(name)

    for row in publicity_project().indicators:
        read_row(row, Watched(law.book), None)
    assert read
    for name in read:
        values = [version.value for version in law.versions(name)]
        assert all(value == values[0] for value in values), name
