"""What stated scores claim, and signs over a whole report."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from quanheng.core.budget import Budget
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.report import Chapter, IndicatorTable, Project, Section
from quanheng.law.book import Law
from quanheng.scoring.claims import claims, stated_sums
from quanheng.scoring.inflation import (
    are_all_full,
    is_every_actual_its_target,
    is_soft,
    lists_problems,
)
from quanheng.scoring.scorecard import score_project


def project_of(*rows: tuple[str, str, str], budget: Budget | None = None) -> Project:
    """A project with rows of target, actual and score, ten points each."""
    return Project(
        budget=budget,
        table=IndicatorTable(
            tuple(
                Indicator(
                    name=Field(f"第{number}项册数（册）"),
                    level2=Field("数量指标"),
                    weight=Field("10"),
                    target=Field(target),
                    actual=Field(actual),
                    score=Field(score),
                )
                for number, (target, actual, score) in enumerate(rows)
            )
        ),
    )


def with_problems(text: str) -> Project:
    return Project(
        sections=(Section(Field("五、问题"), 1, Chapter.PROBLEMS, (Field(text),)),)
    )


def test_rows_without_a_readable_score_claim_nothing(law: Law) -> None:
    project = project_of(("≥2", "2", ""), ("≥2", "2", "合格"), ("≥2", "2", "9"))
    (claim,) = claims(score_project(project, law).rows)
    assert claim.stated == 9
    assert claim.due(law) == 10


def test_difference_within_the_tolerance_is_none(law: Law) -> None:
    project = project_of(("≥2", "2", "9.95"), ("≥2", "2", "9.94"))
    near, far = claims(score_project(project, law).rows)
    assert near.due(law) is None
    assert far.due(law) == 10


def test_sum_is_unknown_when_a_score_is_missing(law: Law) -> None:
    project = project_of(("≥2", "2", "10"), ("≥2", "2", ""))
    assert stated_sums(project, score_project(project, law).rows, law) == ()


def test_execution_points_apart_are_a_second_sum(law: Law) -> None:
    project = project_of(("≥2", "2", "10"), budget=Budget({}))
    rows = score_project(project, law).rows
    assert stated_sums(project, rows, law) == (Decimal(10),)


def test_execution_points_are_not_apart_of_100(law: Law) -> None:
    project = project_of(*[("≥2", "2", "10")] * 10, budget=Budget({}))
    rows = score_project(project, law).rows
    assert stated_sums(project, rows, law) == (Decimal(100),)


def test_all_full_goes_by_the_sum_where_no_total_is_stated(law: Law) -> None:
    full = project_of(*[("≥2", "2", "10")] * 10)
    assert are_all_full(score_project(full, law))
    assert not are_all_full(score_project(project_of(("≥2", "2", "10")), law))
    assert not are_all_full(score_project(Project(), law))


def test_money_line_is_not_soft(law: Law) -> None:
    budget = Budget({}, None, Field("10"), Field("10"))
    (row,) = score_project(Project(budget=budget), law).rows
    assert not is_soft(row, law)


@pytest.mark.parametrize(
    ("text", "listed"),
    [("宣传不及时。", True), ("无。", False), ("未发现问题", False), ("—", False)],
)
def test_problems_are_listed_unless_the_text_denies_them(
    text: str, *, listed: bool, law: Law
) -> None:
    assert lists_problems(with_problems(text), law) is listed


@pytest.mark.parametrize(
    ("rows", "same"),
    [
        ([("≥2", "2", "10")] * 4, True),
        ([("≥2", "2", "10")] * 3, False),
        ([("≥2", "2", "10")] * 3 + [("≥2", "3", "10")], False),
        ([("≥100", "100", "10")] * 4, False),
        ([("≥2", "2", "10")] * 3 + [("一年", "100%", "10")], False),
        ([("≥2", "2", "10")] * 3 + [("1-3", "2", "10")], False),
    ],
)
def test_every_actual_its_target_needs_four_compared_rows(
    rows: list[tuple[str, str, str]], *, same: bool, law_of: Callable[..., Law]
) -> None:
    card = score_project(project_of(*rows), law_of())
    assert is_every_actual_its_target(card.rows) is same
