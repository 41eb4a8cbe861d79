"""Answers in words: yes or no, and the three qualitative answers (文字答案)."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from quanheng.law.book import Law

QUALITATIVE_ANSWERS = "words.qualitative_answers"
YES_NO = "words.yes_no"

_BLANKS: Final = re.compile(r"[\s“”\"]+")
_TAIL: Final = (
    "了?(?:全年|年度|年初|预期|预定|既定|设定|计划|项目|绩效|目标|指标|任务|要求|效果|值)*"
    "(?:[并且]*(?:具有|取得|有)?一定效果|且?效果较[差好])?"
    "(?:[：:，,、（(；;。].*)?"
)
"""Words that may follow an answer: 年度指标, 并具有一定效果, ：… with details."""


class Answer(StrEnum):
    """The three answers of a qualitative indicator (定性指标完成情况)."""

    REACHED = "达成"
    """达成预期指标"""
    PARTLY = "部分达成"
    """部分达成预期指标并具有一定效果"""
    MISSED = "未达成"
    """未达成预期指标且效果较差"""


def qualitative_answer(text: str, law: Law) -> Answer | None:
    """The answer that a text begins with, None for any other text."""
    bare = _BLANKS.sub("", text)
    groups = law.word_groups(QUALITATIVE_ANSWERS)
    for answer in Answer:
        words = groups.get(answer, ())
        if words and _pattern(words).fullmatch(bare):
            return answer
    return None


def yes_or_no(text: str, law: Law) -> bool | None:
    """Whether a text says yes (完成, 是) or no (未完成, 否); None for neither."""
    bare = _BLANKS.sub("", text)
    groups = law.word_groups(YES_NO)
    if bare in groups["no"]:
        return False
    return True if bare in groups["yes"] else None


@lru_cache(maxsize=16)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(map(re.escape, words))}){_TAIL}")
