"""The stretches in which two texts differ."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.language.comparison.stretches import stretches


@pytest.mark.parametrize(
    ("old", "new", "differ"),
    [
        ("购书6150册", "购书6200册", [("6150", "6200")]),
        ("满意度95%", "满意度95%，良", [("", "，良")]),
        ("按时完成采购", "完成采购", [("按时", "")]),
        ("单价38元", "单价39.5元", [("38", "39.5")]),
        ("甲乙丙丁", "子丑寅卯", [("甲乙丙丁", "子丑寅卯")]),
        ("3月完成", "4月底前完成", [("3月", "4月底前")]),
        ("相同", "相同", []),
        ("", "新", [("", "新")]),
    ],
)
def test_figures_change_whole_and_words_sign_by_sign(
    old: str, new: str, differ: list[tuple[str, str]]
) -> None:
    found = [(s.old, s.new) for s in stretches(old, new) if not s.is_same]
    assert found == differ


def test_huge_texts_are_taken_as_wholes() -> None:
    (whole,) = stretches("甲" * 15_000, "乙" + "甲" * 15_000)
    assert not whole.is_same


@given(st.text("一二甲乙12.% \n", max_size=30), st.text("一二甲乙12.% \n", max_size=30))
def test_nothing_is_lost(old: str, new: str) -> None:
    found = stretches(old, new)
    assert "".join(s.old for s in found) == old
    assert "".join(s.new for s in found) == new
    assert all(a.is_same is not b.is_same for a, b in pairwise(found))
