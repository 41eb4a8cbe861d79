"""Slips of the unit are told from honest results, however far off these are."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quanheng.core.field import Field
from quanheng.core.grammar.units import read_unit, units_beside
from quanheng.core.indicator import Indicator
from quanheng.law.book import Law
from quanheng.law.load import load_book
from quanheng.scoring.reading import RowReading, read_row

LAW = Law(load_book())
UNITS = "人 万人 户 次 元 万元 元/人 米 公里 吨 公斤 亩 公顷 立方米 天 个月 %".split()
SCALED = (
    ("万人", "人"),
    ("万元", "元"),
    ("万元/公里", "元/公里"),
    ("公里", "米"),
    ("吨", "公斤"),
    ("公顷", "平方米"),
    ("立方米", "升"),
)

targets = st.decimals("1.2", 100_000, places=1)
ratios = st.decimals("0.03", 49, places=2)
near = st.decimals("0.75", "1.4", places=2)


def read(name: str, target: str, actual: str) -> RowReading:
    row = Indicator(
        name=Field(name),
        level2=Field("数量指标"),
        target=Field(target),
        actual=Field(actual),
    )
    return read_row(row, LAW, 2023)


def row(unit: str, target: Decimal, actual: Decimal) -> RowReading:
    return read(f"工作量（{unit}）", f"≥{target:f}", f"{actual:f}")


@settings(deadline=None)
@given(st.sampled_from(UNITS), targets, ratios)
def test_an_honest_result_is_no_slip(
    unit: str, target: Decimal, ratio: Decimal
) -> None:
    actual = target * ratio
    reading = row(unit, target, actual)
    assert reading.slip is None or (unit == "%" and actual <= 1)


@settings(deadline=None)
@given(st.sampled_from(SCALED), targets, near)
def test_an_actual_in_the_smaller_unit_is_a_slip(
    units: tuple[str, str], target: Decimal, ratio: Decimal
) -> None:
    large, small = map(read_unit, units)
    assert large is not None
    assert small is not None
    factor = large.factor * small.divisor / (large.divisor * small.factor)
    slip = row(units[0], target, target * ratio * factor).slip
    assert slip is not None
    assert not slip.is_target
    assert slip.meant.unit.symbol == units[1]


@pytest.mark.parametrize(
    ("unit", "beside"),
    [
        ("万人", {"人"}),
        ("人", {"万人"}),
        ("元", {"万元", "角"}),
        ("万元/人", {"元/人"}),
        ("元/人", {"万元/人"}),
        ("次", {"万次"}),
    ],
)
def test_units_beside_have_the_same_base(unit: str, beside: set[str]) -> None:
    own = read_unit(unit)
    assert own is not None
    assert {one.symbol for one in units_beside(own)} == beside


def test_a_slip_gives_no_score_and_says_both_readings() -> None:
    reading = read("受益人数（万人）", "≥1.2", "12300")
    assert reading.slip is not None
    assert (str(reading.slip.meant), str(reading.slip.same)) == ("12300人", "1.23万人")
