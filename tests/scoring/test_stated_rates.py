from decimal import Decimal

import pytest

from quanheng.core.budget import Budget, BudgetColumn, BudgetRow
from quanheng.core.field import Field
from quanheng.scoring.budget import stated_rates as rates

TOLERANCE = Decimal("0.01")
PLANNED, ARRIVED, SPENT, RATE = (
    (row, BudgetColumn.TOTAL)
    for row in (
        BudgetRow.ANNUAL,
        BudgetRow.RECEIVED,
        BudgetRow.SPENT,
        BudgetRow.EXECUTION_RATE,
    )
)


@pytest.mark.parametrize(
    ("cell", "percent", "agrees"),
    [
        ("100", "100", True),
        ("100.00%", "100", True),
        ("33.3", "33.33333", True),
        ("33", "33.33333", True),
        ("33.34", "33.33333", True),
        ("33.35", "33.33333", False),
        ("0.95", "95", True),
        ("1", "100", True),
        ("1", "92.5", False),
        ("0.95%", "95", False),
        ("0", "100", False),
        ("955‰", "95.5", True),
        ("全部", "100", False),
        ("10万元", "10", False),
    ],
)
def test_a_rate_agrees_to_the_decimals_it_shows(
    cell: str, percent: str, *, agrees: bool
) -> None:
    assert rates.rate_agrees(Field(cell), Decimal(percent), TOLERANCE) is agrees


@pytest.mark.parametrize(
    ("cell", "percent", "text"),
    [
        ("0", "33.33333", "33.33"),
        ("0", "100", "100"),
        ("90.00%", "95", "95.00%"),
        ("90%", "92.5", "92.5%"),
        ("0.90", "95", "0.95"),
        ("—", "100", "100"),
    ],
)
def test_a_mended_rate_keeps_the_manner_of_the_cell(
    cell: str, percent: str, text: str
) -> None:
    assert rates.rate_text(Field(cell), Decimal(percent), 2) == text


@pytest.mark.parametrize(
    ("rate", "row"),
    [
        ("50", BudgetRow.ANNUAL),
        ("62.5", BudgetRow.RECEIVED),
        ("99", None),
        ("—", None),
    ],
)
def test_the_row_that_a_stated_rate_divides_by(
    rate: str, row: BudgetRow | None
) -> None:
    cells = {
        PLANNED: Field("100"),
        ARRIVED: Field("80"),
        SPENT: Field("50"),
        RATE: Field(rate),
    }
    assert rates.dividing_row(Budget(cells), BudgetColumn.TOTAL, TOLERANCE) is row


def test_a_budget_without_rate_cell_divides_by_nothing() -> None:
    cells = {PLANNED: Field("100"), SPENT: Field("50")}
    assert rates.dividing_row(Budget(cells), BudgetColumn.TOTAL, TOLERANCE) is None
