"""A file of a register says nothing but what a register may say."""

import pytest

from quanheng.core.bilingual import Words
from quanheng.registers.kind import FieldType
from quanheng.registers.load import read_common, read_kind

COMMON = read_common(
    "common_parts.yaml",
    """
fields:
  remark: {title: 备注 Remark, type: text}
choices:
  levels: {省级: 省 自治区级, 市级: }
""",
)
EQUIPMENT = """\
title: 设备台账 Equipment
version: 1
serves: {zh: 证明购置, en: Shows what was bought}
never: {zh: 使用人姓名, en: Names of users}
day: bought_on
checks: [price × pieces = total]
fields:
  bought_on: {title: 购置日期 Bought on, type: date, required: true}
  level: {title: 层级 Level, type: choice, common_choices: levels}
  price: {title: 单价 Price, type: money}
  pieces: {title: 数量 Pieces, type: count, unit: 台}
  total: {title: 总价 Total, type: money}
  remark: common
"""


def test_a_file_becomes_a_kind() -> None:
    kind = read_kind("equipment.yaml", EQUIPMENT, COMMON)
    assert (kind.name, kind.title) == ("equipment", Words("设备台账", "Equipment"))
    assert kind.products == (("price", "pieces", "total"),)
    level = kind.field("level")
    assert level.choices == ("省级", "市级")
    assert level.aliases == (("省", "省级"), ("自治区级", "省级"))
    assert kind.field("price").unit == "元"
    assert kind.field("bought_on").type is FieldType.DATE
    assert kind.field("remark") is COMMON.fields["remark"]


@pytest.mark.parametrize(
    ("written", "instead", "expected"),
    [
        ("version: 1", "version: one", "version: a whole number expected, found one"),
        ("version: 1", "", "version expected, found nothing"),
        ("version: 1", "size: 1", "one of title, version"),
        ("type: date", "type: day", "bought_on: type: one of text, choice"),
        ("type: date", "type: [date]", "bought_on: type: text expected"),
        ("type: date", "typ: date", "bought_on: one of title, type"),
        ("required: true", "required: yes", "required: true, or nothing"),
        ("购置日期 Bought on", "购置日", "title: a Chinese word, a blank"),
        ("Names of users}", "Names, fr: Noms}", "never: one of zh, en expected"),
        ("day: bought_on", "day: sold_on", "one of bought_on, level"),
        ("× pieces", "× number", "one of bought_on, level"),
        ("price × pieces = total", "price > total", "checks: “a × b = c” or “a ≤ b”"),
        ("choices: levels", "choices: ranks", "common_choices: one of levels expected"),
        ("common_choices:", "choices: 省级, common_choices:", "expected, found both"),
        ("remark: common", "proof: common", "proof: one of remark expected"),
        ("remark: common", "remark:", "remark: names with values expected"),
        ("remark: common", "price: common", "line 13: price is there twice"),
        ("remark: common", "remark: *common", "line 13: write it out"),
        ("remark: common", "remark: {", "line 14"),
    ],
)
def test_what_it_may_not_say_is_refused_with_the_place(
    written: str, instead: str, expected: str
) -> None:
    assert written in EQUIPMENT
    with pytest.raises(ValueError, match=r"^equipment\.yaml: ") as raised:
        read_kind("equipment.yaml", EQUIPMENT.replace(written, instead), COMMON)
    assert expected in str(raised.value)
