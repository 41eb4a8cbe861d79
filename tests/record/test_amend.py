"""One value of a record changes; its lines, comments and order stay."""

import json

import pytest

from quanheng.office.plain_yaml import parse_yaml
from quanheng.record.amend import amended

RECORD = """# 自评
project: {name: 甲, year: "2021"}   # 项目
indicators:
  - level3: 宣传（次）
    target: 95%   # 目标
    actual: '达95%'
    reason: |-
      第一行
      第二行全面全面
    weight: 12.90
  - {level3: a, target: &t "b, c", actual: x}
  - {level3: b, target: *t}
"""


@pytest.mark.parametrize(
    ("path", "old", "new", "before", "after"),
    [
        ("indicators[0].target", "95%", "≥95%", "95%   #", "≥95%   #"),
        ("indicators[0].target", "95", "96", "95%   #", "96%   #"),
        ("indicators[0].actual", "达95%", "≥95%", "'达95%'", "'≥95%'"),
        ("indicators[0].weight", "12.90", "12.9", "12.90", "12.9"),
        ("indicators[0].reason", "第一行\n第二行全面全面", "第一行\n第二行全面",
         "全面全面", "全面"),
        ("indicators[1].actual", "x", "y, z: q", "actual: x", "actual: 'y, z: q'"),
        ("indicators[2].target", "b, c", "d", '"b, c"', '"d"'),
        ("project.year", "2021", "2022", '"2021"', '"2022"'),
        ("project.name", "甲", "null", "name: 甲", "name: 'null'"),
    ],
)  # fmt: skip
def test_a_value_changes_in_its_own_style(
    path: str, old: str, new: str, before: str, after: str
) -> None:
    assert amended(RECORD, path, old, new, is_json=False) == RECORD.replace(
        before, after
    )


@pytest.mark.parametrize(
    ("path", "old"),
    [
        ("indicators[0].nothing", ""),
        ("indicators[9].target", "95%"),
        ("indicators[0].target", "90%"),
        ("indicators", "x"),
        ("project.name.more", "甲"),
    ],
)
def test_what_is_not_there_stays(path: str, old: str) -> None:
    assert amended(RECORD, path, old, "新", is_json=False) is None


def test_the_layout_of_json_is_kept() -> None:
    text = '{\n\t"a": ["95%", 12.90],\n\t"b": {"c": "甲"}}\n'
    new = amended(text, "a[1]", "12.9", "12.80", is_json=True)
    assert new == text.replace("12.90", '"12.80"')
    assert amended(text, "b.c", "甲", '乙"', is_json=True) == text.replace(
        '"甲"', '"乙\\""'
    )


def test_value_and_unit_go_with_the_text() -> None:
    field = {"raw": "95%", "value": "95", "unit": "%", "at": {"path": "x"}}
    new = amended(json.dumps([field]), "[0]", "95%", "30万元", is_json=True)
    assert json.loads(new or "") == [
        {"raw": "30万元", "value": "30", "unit": "万元", "at": {"path": "x"}}
    ]


def test_a_text_goes_into_quotes_where_its_style_can_not_hold_it() -> None:
    folded = "a: >-\n  甲\n  乙\n"
    assert amended(folded, "a", "甲 乙", "丙\n丁", is_json=False) == (
        "a: |-\n  丙\n  丁\n"
    )
    nested = "a:\n  b: |-\n    甲\n  c: 1\n"
    new = amended(nested, "a.b", "甲", " 乙", is_json=False)
    assert parse_yaml(new or "") == {"a": {"b": " 乙", "c": "1"}}


@pytest.mark.parametrize(
    "before",
    [
        '{"a": "\\ud83d\\ude00𠮷", "b": [1, {"c": "旧"}]}',
        '{"a": "\\ud83d", "b" :\t[1, {"c":"旧"} ] }\n',
        json.dumps({"k" * 2_000: 1, "b": ["}]", {"c": "旧"}]}),
        '{"b": 0, "b": [[], {"d": {}, "c": "旧"}]}',
    ],
)
def test_json_is_read_as_json(before: str) -> None:
    after = amended(before, "b[1].c", "旧", '新\n"', is_json=True)
    assert after is not None
    wanted = json.loads(before)
    wanted["b"][1]["c"] = '新\n"'
    assert json.loads(after) == wanted
    tail = before.rindex('"c"')
    assert after[:tail] == before[:tail]


def test_half_of_a_surrogate_pair_is_written_as_an_escape() -> None:
    after = amended('{"a": "旧\\ud83d"}', "a", "旧", "新", is_json=True)
    assert after == '{"a": "\\u65b0\\ud83d"}'
