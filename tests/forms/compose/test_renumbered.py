"""Headings of two outlines are counted as one."""

import pytest

from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.forms.compose import renumbered
from quanheng.language.patterns.heading_numbers import (
    NumberLevel,
    heading_number,
    number_of,
)


def texts(*headings: tuple[int, str]) -> list[str]:
    blocks: list[Block] = [Heading(text, level) for level, text in headings]
    found = renumbered([*blocks, Paragraph("一、正文不变")])
    return [block.text for block in found if isinstance(block, Heading | Paragraph)]


def test_each_level_counts_on_and_begins_anew_below_the_next_higher() -> None:
    assert texts(
        (0, "报告"),
        (1, "一、概况"),
        (2, "（一）资金"),
        (2, "（四）目标"),
        (3, "1.总目标"),
        (1, "二、自评"),
        (1, "二、结果"),
        (2, "（三）产出"),
    ) == [
        *("报告", "一、概况", "（一）资金", "（二）目标", "1.总目标", "二、自评"),
        *("三、结果", "（一）产出", "一、正文不变"),
    ]


def test_headings_without_a_number_stay_and_count_for_nothing() -> None:
    assert texts((1, "一、甲"), (1, "附表"), (1, "三、乙"))[:3] == [
        *("一、甲", "附表", "二、乙")
    ]


def test_a_further_title_begins_the_count_anew() -> None:
    found = texts((1, "二、甲"), (0, "第二份报告"), (1, "五、乙"))
    assert found[:3] == ["一、甲", "第二份报告", "一、乙"]


@pytest.mark.parametrize("level", NumberLevel)
@pytest.mark.parametrize("value", [1, 9, 10, 11, 20, 21, 99])
def test_numbers_are_written_as_they_are_read(level: NumberLevel, value: int) -> None:
    number = heading_number(number_of(level, value) + "标题")
    assert number is not None
    assert (number.level, number.value) == (level, value)
