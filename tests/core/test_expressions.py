"""Every line of expressions/*.yaml is understood as it says."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.core.expression import Deadline, Number, Several, Sign, Unreadable
from quanheng.core.grammar import read_expression
from quanheng.core.grammar.contract import KEYS, describe

FOLDER = Path(__file__).parent / "expressions"
YEARS = {"time_without_year": None}


def cases() -> list[tuple[str, int | None, dict[str, str]]]:
    return [
        (case.pop("text"), YEARS.get(file.stem, 2021), case)
        for file in sorted(FOLDER.glob("*.yaml"))
        for case in yaml.safe_load(file.read_text(encoding="utf-8"))
    ]


@pytest.mark.parametrize(("text", "year", "expected"), cases(), ids=repr)
def test_text_is_understood(
    text: str, year: int | None, expected: dict[str, str]
) -> None:
    assert describe(read_expression(text, year)) == {
        **dict.fromkeys(KEYS),
        "raw": text,
        **expected,
    }


def test_the_tables_hold_at_least_300_expressions_of_every_kind() -> None:
    assert len({(text, year) for text, year, _ in cases()}) >= 300
    assert {expected["kind"] for *_, expected in cases()} == {
        *("number", "range", "date", "duration", "list", "text", "blank"),
        "unreadable",
    }


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("2场 300人", ["2场", "300人"]),
        ("1600人、200人", ["1600人", "200人"]),
        ("2次；≥95%", ["2次", "95%"]),
        ("2次（线上1次，线下1次）", ["2次", "1次", "1次"]),
        ("1、培训300人；2、印制5000份", ["300人", "5000份"]),
        ("1、2、3", ["1", "2", "3"]),
        ("80%按期完成,20%延期", ["80%", "20%"]),
    ],
)
def test_several_values_keep_their_order(text: str, items: list[str]) -> None:
    value = read_expression(text)
    assert isinstance(value, Several)
    assert [str(getattr(item, "quantity", "")) for item in value.items] == items


def test_each_of_several_values_keeps_sign_and_text() -> None:
    value = read_expression("6月底前完成2次、满意度≥95%以上", 2021)
    assert isinstance(value, Several)
    assert [item.raw for item in value.items] == ["6月底前", "2次", "95%以上"]
    signs = [getattr(item, "sign", None) for item in value.items]
    assert signs == [Sign.AT_MOST, None, Sign.AT_LEAST]


@pytest.mark.parametrize(
    ("text", "start", "day", "has_year"),
    [
        ("2021年12月31日", "2021-12-31", "2021-12-31", True),
        ("2021年12月底前", "2021-12-31", "2021-12-31", True),
        ("12月", "2021-12-01", "2021-12-31", False),
        ("2月", "2021-02-01", "2021-02-28", False),
        ("2020年2月", "2020-02-01", "2020-02-29", True),
        ("2021年上半年", "2021-01-01", "2021-06-30", True),
        ("第三季度", "2021-07-01", "2021-09-30", False),
        ("2021年", "2021-01-01", "2021-12-31", True),
        ("1-12月", "2021-01-01", "2021-12-31", False),
        ("2021年3月至2022年2月", "2021-03-01", "2022-02-28", True),
        ("2021.1-2021.12", "2021-01-01", "2021-12-31", True),
        ("1月5日-15日", "2021-01-05", "2021-01-15", False),
        ("2019-2021年", "2019-01-01", "2021-12-31", True),
        ("6月中旬", "2021-06-11", "2021-06-20", False),
        ("二〇二一年六月三十日前", "2021-06-30", "2021-06-30", True),
        ("年内", "2021-01-01", "2021-12-31", False),
    ],
)
def test_a_date_covers_its_period(
    text: str, start: str, day: str, has_year: bool
) -> None:
    value = read_expression(text, 2021)
    assert isinstance(value, Deadline)
    assert (value.start, value.day) == (
        date.fromisoformat(start),
        date.fromisoformat(day),
    )
    assert value.has_year is has_year


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("投入1,23元", "1,23"),
        ("30麻袋", "麻袋"),
        ("28.8万元%", "万元%"),
        ("未完成2次", "未完成"),
        ("财预〔2020〕10号", "〔2020〕10号"),
        ("1月32日", "1月32日"),
        ("下降5%", "下降"),
        ("20-10人", "20-10人"),
        ("约几十人", "几十"),
    ],
)
def test_a_reason_names_what_stands_in_the_way(text: str, detail: str) -> None:
    value = read_expression(text, 2021)
    assert isinstance(value, Unreadable)
    assert value.detail == detail


@pytest.mark.parametrize(
    ("text", "scaled"),
    [("5.8万", True), ("1亿", True), ("5.8万元", False), ("5", False)],
)
def test_a_scale_without_unit_is_marked(text: str, scaled: bool) -> None:
    value = read_expression(text)
    assert isinstance(value, Number)
    assert value.scaled is scaled


def long_text(sentence: str) -> str:
    return sentence + "全面总结工作，宣传典型经验，营造良好氛围。" * 6


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("", None),
        ("共举办活动2场。", "unread words"),
        ("共举办活动2场，参加300人。", "several numbers"),
    ],
)
def test_a_long_sentence_is_no_value(sentence: str, why: str | None) -> None:
    assert describe(read_expression(long_text(sentence)))["why"] == why


def test_every_answer_to_one_text_is_kept() -> None:
    assert read_expression("≥95%") is read_expression("≥95%")


def test_description_keys_stand_in_the_order_of_the_contract() -> None:
    keys: list[Any] = list(describe(read_expression("2次")))
    assert keys == [
        *("raw", "kind", "sign", "value", "low", "high", "date", "unit"),
        *("base_value", "base_unit", "why"),
    ]
