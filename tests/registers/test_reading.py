"""Files as units write them, read row by row."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.core.errors import QuanhengError, UnreadableFileError
from quanheng.registers.kinds import kinds
from quanheng.registers.reading.recognise import resembled
from tests.registers.registers_from_csv import read_csv

HERE = Path(__file__)
SAMPLES = yaml.safe_load(HERE.with_name("samples.yaml").read_text("utf-8"))
CASES = yaml.safe_load(HERE.with_name("reading.yaml").read_text("utf-8"))
TEXT = "活动日期,活动名称\n2021-3-5,送政策下乡\n"


def test_every_register_has_a_sample() -> None:
    assert SAMPLES.keys() == kinds().keys()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_list_of_an_office_is_read_whole(name: str) -> None:
    sample = SAMPLES[name]
    register = read_csv(name, sample["text"])
    assert (register.refused, register.noted) == ((), ())
    assert len(register) == len(sample["text"].splitlines()) - 1
    for field, values in sample["read"].items():
        assert list(map(str, register.column(field))) == values
    rows = [line.split(",") for line in sample["text"].splitlines()]
    assert resembled(rows) is kinds()[name]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_reading(case: dict[str, Any]) -> None:
    register = read_csv(case["kind"], case["text"])
    assert list(register.rows) == case["rows"]
    for name, values in case.get("columns", {}).items():
        assert list(map(str, register.column(name))) == values
    refused = {r.row: r.reason.zh for r in register.refused}
    assert refused == case.get("refused", {})
    noted = {n.field: n.reason.zh for n in register.noted}
    if "noted" in case:
        assert noted == case["noted"]
    assert register.blank == case.get("blank", 0)
    assert register.samples == case.get("samples", 0)
    assert list(register.asides) == case.get("asides", [])


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8-sig"),
        TEXT.encode("gb18030"),
        TEXT.encode("utf-16"),
        TEXT.replace(",", "\t").encode(),
        TEXT.replace(",", "；").encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
    ],
)
def test_usual_encodings_separators_and_line_ends(data: bytes) -> None:
    assert read_csv("activities", data).column("title") == ["送政策下乡"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("这里没有表头\n只有文字\n", "未找到宣传活动台账的表头"),
        ("", "未找到宣传活动台账的表头"),
        ("活动名称,地点\n甲,乙\n", "缺少必填列：活动日期"),
        ("活动日期,活动名称,费用（人）\n2021-3-5,甲,5\n", "单位是人，应为元"),
    ],
)
def test_a_wrong_heading_is_one_error(text: str, message: str) -> None:
    with pytest.raises(QuanhengError) as raised:
        read_csv("activities", text)
    assert message in raised.value.text("zh")
    assert raised.value.text("en") != raised.value.text("zh")


@pytest.mark.parametrize("lines", [1, 300])
def test_a_quotation_mark_that_is_never_closed_swallows_nothing(lines: int) -> None:
    text = TEXT + '2021-3-6,"甲\n' + "2021-3-7,乙\n" * lines
    with pytest.raises(UnreadableFileError, match="引号未闭合"):
        read_csv("activities", text)


def test_a_cell_without_end_is_refused_as_well() -> None:
    with pytest.raises(UnreadableFileError, match="第3行的引号未闭合"):
        read_csv("activities", f'{TEXT}2021-3-6,"{"甲" * 200_000}')


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UnreadableFileError, match="不是文本"):
        read_csv("activities", bytes(range(256)) * 9)


def test_three_bad_rows_among_many_are_named() -> None:
    rows = [f"2021-3-5,活动{n},{n % 90}" for n in range(5000)]
    bad = {7: "x", 2500: "约5", 4999: "-1"}
    for at, text in bad.items():
        rows[at] = f"2021-3-5,活动{at},{text}"
    register = read_csv("activities", "\n".join(["活动日期,活动名称,受众人数", *rows]))
    assert [refused.row for refused in register.refused] == [9, 2502, 5001]
    assert len(register) == 4997
    assert sum(register.column("reached")) == sum(
        n % 90 for n in range(5000) if n not in bad
    )


def test_counts_that_hardly_repeat_stay_counts() -> None:
    rows = [f"2021-3-5,活动{n},{n}" for n in range(3000)]
    register = read_csv("activities", "\n".join(["活动日期,活动名称,受众人数", *rows]))
    assert register.column("reached") == list(range(3000))


def test_texts_that_hardly_repeat_are_watched_as_closely() -> None:
    rows = [f"2021-3-5,活动{n}" for n in range(3000)]
    rows[2900] = "2021-3-5,联系13812345678"
    rows[2901] = "2021-3-5,=1+1"
    register = read_csv("activities", "\n".join(["活动日期,活动名称", *rows]))
    assert register.column("title")[2900] == "联系138****5678"
    assert [list(noted.rows) for noted in register.noted] == [[2902], [2903]]
