"""Cell texts that are plain numbers (数字单元格)."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_NUMBER: Final = re.compile(
    r"(?P<sign>-?)(?P<whole>0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)"
    r"(?P<fraction>\.\d+)?(?P<percent>%?)"
)
_EXACT_DIGITS: Final = 15
"""Digits of a number that spreadsheets keep."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number with the number format that displays it as written (数字).

    Attributes:
        value: The value; a percentage as a fraction.
        pattern: The number format: ``0.00%``, ``#,##0``.
    """

    value: Decimal
    pattern: str


def printed_number(text: str) -> PrintedNumber | None:
    """The number in a text, None if it is anything else.

    A text that no number format would reproduce (``007``, ``1e3``, a long account
    number) is not a number.
    """
    match = _NUMBER.fullmatch(text)
    if match is None or sum(map(str.isdigit, text)) > _EXACT_DIGITS:
        return None
    value = Decimal(text.rstrip("%").replace(",", ""))
    if value.is_zero() and match["sign"]:
        return None
    pattern = "#,##0" if "," in text else "0"
    if fraction := match["fraction"]:
        pattern += "." + "0" * (len(fraction) - 1)
    if match["percent"]:
        return PrintedNumber(value / 100, f"{pattern}%")
    return PrintedNumber(value, pattern)
