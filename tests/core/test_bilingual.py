"""Lists, days and money as messages say them in either language."""

from datetime import date
from decimal import Decimal

import pytest

from quanheng.core.bilingual import Words, day_in_words, listed
from quanheng.core.budget import Budget
from quanheng.core.computed.measured import Measured
from quanheng.core.field import Field


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["质量", "时效"], Words("质量、时效", "质量, 时效")),
        (["“甲”", "“乙”"], Words("“甲”“乙”", "“甲”, “乙”")),
        ([Words("省级", "provincial"), "一"], Words("省级、一", "provincial, 一")),
        ([], Words("", "")),
    ],
)
def test_names_are_listed(names: list[Words | str], expected: Words) -> None:
    assert listed(names) == expected


def test_day_is_written_as_each_language_does() -> None:
    assert day_in_words(date(2023, 3, 2)) == Words("2023年3月2日", "2023-03-02")


def test_money_is_told_as_printed_and_in_english_in_yuan() -> None:
    budget = Budget(unit=Field("万元"))
    assert budget.told(Decimal(600_000)) == Words("60万元", "600000 yuan")


@pytest.mark.parametrize(
    ("unit", "expected"),
    [("元", Words("3.5元", "3.5 yuan")), ("次", Words("3.5次", "3.5次"))],
)
def test_measured_money_is_told_in_yuan(unit: str, expected: Words) -> None:
    measured = Measured(Decimal("3.5"), unit, (), (), Words("", ""))
    assert measured.told == expected
