"""Money of a budget cell in 元, whatever unit the cell or the head names."""

from decimal import Decimal

import pytest

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field


@pytest.mark.parametrize(
    ("cell", "head", "yuan"),
    [
        ("10", "万元", "100000"),
        ("10", "元", "10"),
        ("10万元", "元", "100000"),
        ("100,000元", "万元", "100000"),
        ("5.8万", "万元", "58000"),
        ("5.8万", "元", "58000"),
        ("0", "万元", "0"),
    ],
)
def test_amount_is_in_yuan(cell: str, head: str, yuan: str) -> None:
    key = (BudgetRow.ANNUAL, BudgetColumn.TOTAL)
    budget = Budget(cells={key: Field(cell)}, unit=Field(head))
    assert budget.planned == Decimal(yuan)


@pytest.mark.parametrize(
    "cell", ["", "—", "无", "7,00.0,77", "10人", "10-20", "尚未下达"]
)
def test_what_is_no_amount_of_money_is_none(cell: str) -> None:
    key = (BudgetRow.SPENT, BudgetColumn.TOTAL)
    assert Budget(cells={key: Field(cell)}).spent is None
