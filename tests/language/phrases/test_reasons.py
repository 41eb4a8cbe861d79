"""Reasons for a missed target."""

import pytest

from quanheng.language.phrases.reasons import (
    blames_target,
    has_measure,
    is_empty_reason,
    only_measures,
)

EMPTY = ("客观原因", "加强管理", "下一步", "由于", "工作")
MEASURES = ("将", "建立", "推进")
LACKS = ("不力", "不足")
CAUSES = ("因", "由于", *LACKS)
TERMS = ("年初目标", "目标值", "目标")
FAULTS = ("偏低", "不合理")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("由于客观原因，下一步加强管理。", True),
        ("客观原因，门厅漏水", False),
        ("客观原因，停工3天", False),
        ("客观原因，停工两天", False),
        ("", True),
    ],
)
def test_nothing_is_left_of_an_empty_reason(text: str, *, answer: bool) -> None:
    assert is_empty_reason(text, EMPTY) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [("供货晚，将补齐", True), ("推进不力", False), ("供货晚", False)],
)
def test_a_lack_is_no_measure(text: str, *, answer: bool) -> None:
    assert has_measure(text, MEASURES, LACKS) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("将建立台账，推进落实", True),
        ("因人员变动，将建立台账", False),
        ("供货晚，将补齐", False),
        ("", False),
    ],
)
def test_measures_alone_name_no_cause(text: str, *, answer: bool) -> None:
    assert only_measures(text, MEASURES, CAUSES) is answer


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("供货晚，年初目标设置偏低。", "年初目标设置偏低"),
        ("目标完成偏低", ""),
        ("目标与全市各县实际相比不合理", ""),
        ("供货晚", ""),
    ],
)
def test_blame_stands_right_behind_the_target(text: str, clause: str) -> None:
    assert blames_target(text, TERMS, FAULTS) == clause
