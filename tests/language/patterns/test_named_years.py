import pytest

from quanheng.language.patterns.named_years import names_a_year, qualified_years

OTHER = ("上年", "下年")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2021年度项目绩效自评", [2021]),
        ("本项目2021年绩效目标和2022年度绩效自评", [2021, 2022]),
        ("与上年相比，2020年度绩效自评较好", []),
        ("2021—2023年总体目标", []),
        ("《2020年度绩效自评通知》要求", []),
        ("2021年预算10万元", []),
        ("没有年份", []),
    ],
)
def test_a_year_counts_beside_evaluation_or_goals(text: str, found: list[int]) -> None:
    assert [each.year for each in qualified_years(text, OTHER)] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2021年", True), ("二〇二一年度", True), ("第12021号", False), ("", False)],
)
def test_a_year_is_named_in_digits_or_numerals(text: str, *, expected: bool) -> None:
    assert names_a_year(text) is expected
