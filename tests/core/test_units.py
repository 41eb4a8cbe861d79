"""Units by name, and which of them convert into which."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import BARE, Quantity, Unit, plain, rounded

UNITS = yaml.safe_load(
    (Path(__file__).parent / "units.yaml").read_text(encoding="utf-8")
)


def unit(name: str) -> Unit:
    found = read_unit(name)
    assert found is not None, name
    return found


@pytest.mark.parametrize("case", UNITS, ids=lambda case: case["name"])
def test_unit_is_known(case: dict[str, str]) -> None:
    found = unit(case["name"])
    assert found.symbol == case["symbol"]
    assert found.dimension == case["dimension"]
    assert found.base == case["base"]
    assert Quantity(Decimal(1), found).base_value == Decimal(case["base_units"])


FORM_UNITS = (
    "个 名 家 处 座 条 篇 幅 块 台 套 件 辆 项 所 站 期 批 轮 场 次 人 人次 户 户次"
    " 份 册 本 张 棵 株 头 只 羽 亩 公顷 平方米 公里 千米 米 吨 公斤 千克 立方米 元"
    " 千元 万元 亿元 天 日 周 月 季度 年 工作日 小时 分钟 % ‰ 百分点 分 倍 万人 万亩"
    " 百人 千人 亿人次 课时 标段 剂次 眼 盏 栋"
)


@pytest.mark.parametrize("name", FORM_UNITS.split())
def test_units_of_real_forms_are_known(name: str) -> None:
    assert unit(name).symbol == name


@pytest.mark.parametrize(
    "name",
    ["", "（）", "麻袋", "优", "元和次", "万", "百", "万%", "千天", "元/", "次数多"],
)
def test_what_is_no_unit_is_none(name: str) -> None:
    assert read_unit(name) is None


@pytest.mark.parametrize(
    ("value", "of", "into", "gives"),
    [
        ("30", "万元", "元", "300000"),
        ("300000", "元", "万元", "30"),
        ("2.6", "亿元", "万元", "26000"),
        ("5", "千元", "元", "5000"),
        ("1", "年", "月", "12"),
        ("1", "年", "季度", "4"),
        ("6", "月", "半年", "1"),
        ("2", "季度", "月", "6"),
        ("2", "周", "天", "14"),
        ("15", "日", "天", "15"),
        ("10", "‰", "%", "1"),
        ("1", "%", "‰", "10"),
        ("1", "公顷", "亩", "15"),
        ("1", "公顷", "平方米", "10000"),
        ("6000", "平方米", "亩", "9"),
        ("9", "亩", "平方米", "6000"),
        ("1", "平方公里", "公顷", "100"),
        ("36.5", "公里", "千米", "36.5"),
        ("1", "吨", "公斤", "1000"),
        ("570", "分钟", "小时", "9.5"),
        ("20", "分钟", "分钟", "20"),
        ("2", "小时", "分钟", "120"),
        ("90", "秒", "分钟", "1.5"),
        ("3.5", "万人", "人", "35000"),
        ("20", "名", "人", "20"),
        ("2", "万元/人", "元/人", "20000"),
        ("300", "元/人·月", "元/月·人", "300"),
    ],
)
def test_units_convert_exactly(value: str, of: str, into: str, gives: str) -> None:
    converted = Quantity(Decimal(value), unit(of)).to(unit(into))
    assert converted == Quantity(Decimal(gives), unit(into))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *(
            ("天", "工作日"),
            ("天", "月"),
            ("工作日", "月"),
            ("小时", "天"),
            ("周", "月"),
        ),
        *(("次", "场"), ("次", "期"), ("场", "期"), ("期", "批"), ("批", "轮")),
        *(("人", "人次"), ("人", "户"), ("户", "户次"), ("人次", "户次")),
        *(("份", "册"), ("册", "套"), ("套", "篇"), ("篇", "条")),
        *(("%", "百分点"), ("‰", "百分点"), ("元/人", "元"), ("次/季度", "次")),
        *(("次/季度", "次/年"), ("元/人", "元/户"), ("万元", "万人"), ("亩", "米")),
        *(("元", "美元"), ("吨", "立方米"), ("分", "%"), ("倍", "%")),
    ],
)
def test_units_that_must_not_convert_do_not(one: str, other: str) -> None:
    assert Quantity(Decimal(2), unit(one)).to(unit(other)) is None
    assert not unit(other).converts_to(unit(one))


def test_a_bare_number_takes_the_unit_of_its_surroundings() -> None:
    assert Quantity(Decimal(2)).in_unit(unit("次")) == Quantity(Decimal(2), unit("次"))


def test_a_number_with_a_unit_keeps_it() -> None:
    given = Quantity(Decimal(30), unit("万元"))
    assert given.in_unit(unit("元")) is given


def test_a_bare_number_does_not_convert() -> None:
    assert Quantity(Decimal(2), BARE).to(unit("次")) is None


@pytest.mark.parametrize(
    ("value", "places", "gives"),
    [
        ("2.345", 2, "2.35"),
        ("2.344", 2, "2.34"),
        ("-2.345", 2, "-2.35"),
        ("0.5", 0, "1"),
    ],
)
def test_rounding_is_half_up(value: str, places: int, gives: str) -> None:
    assert rounded(Decimal(value), places) == Decimal(gives)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1E+5", "100000"),
        ("30.00", "30"),
        ("0.10", "0.1"),
        ("100", "100"),
        ("0.00", "0"),
    ],
)
def test_decimals_print_plainly(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


def test_a_quantity_prints_with_its_unit() -> None:
    assert str(Quantity(Decimal("30.0"), unit("万元"))) == "30万元"
