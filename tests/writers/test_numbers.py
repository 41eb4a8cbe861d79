"""Which cell texts are numbers for a spreadsheet."""

from decimal import Decimal

import pytest

from quanheng.writers.numbers import PrintedNumber, printed_number


@pytest.mark.parametrize(
    ("text", "value", "pattern"),
    [
        ("0", "0", "0"),
        ("10", "10", "0"),
        ("12.90", "12.90", "0.00"),
        ("-3.5", "-3.5", "0.0"),
        ("1,234,567.80", "1234567.80", "#,##0.00"),
        ("95%", "0.95", "0%"),
        ("100.00%", "1.0000", "0.00%"),
        ("0.5%", "0.005", "0.0%"),
    ],
)
def test_plain_number(text: str, value: str, pattern: str) -> None:
    assert printed_number(text) == PrintedNumber(Decimal(value), pattern)


@pytest.mark.parametrize(
    "text",
    [
        *("", "—", "2次", "≥95%", "达100%", "007", "-0", "1,23", "12,345,6", "1e3"),
        *("1.", ".5", "1 0", "10 ", "1234567890123456", "10-20", "100％"),
    ],
)
def test_anything_else_stays_a_text(text: str) -> None:
    assert printed_number(text) is None
