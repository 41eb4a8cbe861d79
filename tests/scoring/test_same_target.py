"""Two targets that mean the same, however they are written."""

import pytest

from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.law.load import load_book
from quanheng.scoring.reading import RowReading, read_row
from quanheng.scoring.same_target import same_target

LAW = load_book().law()


def reading(name: str, target: str) -> RowReading:
    row = Indicator(name=Field(name), target=Field(target))
    return read_row(row, LAW, 2023)


@pytest.mark.parametrize(
    ("name", "one", "other", "same"),
    [
        ("举办场次（场）", "≥24", "不少于24场", True),
        ("举办场次（场）", "24", "≥24", True),
        ("举办场次（场）", "=24", "≥24", False),
        ("举办场次（场）", "≥24", "≥25", False),
        ("总成本", "≤30万元", "≤300000元", True),
        ("总成本（万元）", "30", "≤30万元", True),
        ("总成本", "≤30万元", "≤30元", False),
        ("合格率（%）", "100%", "=100%", True),
        ("合格率", "≥100%", "=100%", True),
        ("合格率", "≥95%", "=95%", False),
        ("参加人数", "100-200人", "100～200人", True),
        ("参加人数", "100-200人", "100-300人", False),
        ("完成时间", "12月底前", "2023年12月31日前", True),
        ("完成时间", "12月底前", "10月底前", False),
        ("影响", "有效提升。", "有效提升", True),
        ("影响", "有效提升", "明显提升", False),
        ("影响", "有效提升", "95%", False),
        ("答复时限", "3个工作日内", "3天内", False),
    ],
)
def test_targets(name: str, one: str, other: str, same: bool) -> None:
    assert same_target(reading(name, one), reading(name, other)) is same
    assert same_target(reading(name, other), reading(name, one)) is same
