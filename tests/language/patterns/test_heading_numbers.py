from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.language.patterns.heading_numbers import example, heading_number

ROWS = yaml.safe_load(
    Path(__file__).with_name("heading_numbers.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_a_heading_number_has_level_and_value(row: dict[str, Any]) -> None:
    number = heading_number(row["text"])
    assert number is not None
    assert (number.level, number.value) == (row["level"], row["value"])
    assert number.regular == row["regular"]
    assert number.is_regular is row["right"]


@pytest.mark.parametrize(
    "text", ["2.5万册图书", "2023年效益", "一是错峰", "1.1 概况", ""]
)
def test_other_texts_begin_with_no_heading_number(text: str) -> None:
    assert heading_number(text) is None


def test_mending_changes_nothing_but_the_number() -> None:
    number = heading_number("（1）. 项目（2）. 目标")
    assert number is not None
    assert number.mended("（1）. 项目（2）. 目标") == "（1）项目（2）. 目标"


def test_each_level_has_its_example() -> None:
    levels = [heading_number(text) for text in ("一、", "（一）", "1.", "（1）")]
    assert [example(n.level) for n in levels if n] == ["一、", "（一）", "1.", "（1）"]
