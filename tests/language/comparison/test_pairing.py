"""Names of two lists are brought together, each at most once."""

from decimal import Decimal

import pytest

from quanheng.language.comparison.pairing import pairs_of_names

FLOOR = Decimal("0.9")


@pytest.mark.parametrize(
    ("ones", "others", "pairs"),
    [
        (["甲", "乙"], ["乙", "甲"], [(0, 1), (1, 0)]),
        (["完成率", "完成率"], ["完成率", "完成率"], [(0, 0), (1, 1)]),
        (["完成率", "完成率"], ["完成率"], [(0, 0)]),
        (["图书、采购册数"], ["图书采购册数"], [(0, 0)]),
        (["到馆读者满意度调查结果"], ["到馆读者的满意度调查结果"], [(0, 0)]),
        (["举办场次"], ["举办人次"], []),
        (["", "—"], ["", "—"], []),
        ([], ["甲"], []),
    ],
    ids=["order", "twice", "once more", "marks", "alike", "unlike", "empty", "none"],
)
def test_names_meet(
    ones: list[str], others: list[str], pairs: list[tuple[int, int]]
) -> None:
    found = pairs_of_names(ones, others, FLOOR)
    assert [(pair.one, pair.other) for pair in found] == pairs


def test_the_most_alike_go_together() -> None:
    ones = ["全县公共图书馆免费开放经费", "全县公共图书馆免费开放"]
    others = ["全县公共图书馆免费开放的经费"]
    (pair,) = pairs_of_names(ones, others, Decimal("0.5"))
    assert pair.one == 0
    assert pair.likeness < 1


def test_the_same_name_is_preferred_to_a_like_one() -> None:
    others = ["全县公共图书馆免费开放经费二", "全县公共图书馆免费开放经费"]
    (pair,) = pairs_of_names(["全县公共图书馆免费开放经费"], others, FLOOR)
    assert pair.other == 1
    assert pair.likeness == 1
