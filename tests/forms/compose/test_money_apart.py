"""Amounts of some sources only read back the same."""

from dataclasses import replace

import pytest

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.core.report import Project, Report
from quanheng.forms.compose import compose
from quanheng.forms.recognise import recognise
from tests.forms.compose.conftest import said

ANNUAL, RECEIVED, SPENT = BudgetRow.ANNUAL, BudgetRow.RECEIVED, BudgetRow.SPENT
TOTAL, FISCAL, COUNTY = BudgetColumn.TOTAL, BudgetColumn.FISCAL, BudgetColumn.COUNTY
WHOLE = {(ANNUAL, TOTAL): "1088", (RECEIVED, TOTAL): "1020", (SPENT, TOTAL): "1020"}
HEAD = Project(name=Field("文化惠民"), unit=Field("文化馆"))


def money(cells: dict[tuple[BudgetRow, BudgetColumn], str]) -> Budget:
    told = {key: Field(text) for key, text in cells.items()}
    return Budget(told, unit=Field("万元"))


@pytest.mark.parametrize(
    "cells",
    [
        {**WHOLE, (ANNUAL, COUNTY): "1038", (RECEIVED, COUNTY): "970"},
        {(SPENT, TOTAL): "88", (RECEIVED, TOTAL): "90", (ANNUAL, FISCAL): "60"},
        {(ANNUAL, FISCAL): "60", (ANNUAL, COUNTY): ""},
    ],
)
def test_sources_of_some_amounts_only(
    cells: dict[tuple[BudgetRow, BudgetColumn], str],
) -> None:
    (again,) = recognise(
        compose(Report("a", (replace(HEAD, budget=money(cells)),)))
    ).projects
    assert again.budget is not None
    assert said(again.budget.cells) == {str(key): text for key, text in cells.items()}
