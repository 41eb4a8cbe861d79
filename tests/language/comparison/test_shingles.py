"""Texts are compared by the stretches that they share."""

import pytest

from quanheng.language.comparison.shingles import Postings, shingles

TEXT = "全县图书馆与分馆按月轮换图书"


def test_stretches_overlap() -> None:
    assert len(shingles(TEXT)) == len(TEXT) - 7


@pytest.mark.parametrize("other", ["全县图书馆，与分馆 按月轮换图书。", TEXT])
def test_marks_make_no_difference(other: str) -> None:
    assert shingles(other) == shingles(TEXT)


def test_a_short_text_has_none() -> None:
    assert shingles("全县图书馆") == frozenset()


def test_what_texts_share_is_counted() -> None:
    postings = Postings([["a", "b", "b"], ["b"], []])
    assert postings.holders("b") == (0, 1)
    assert postings.holders("z") == ()
    assert postings.shared(["a", "b", "z"]) == {0: 2, 1: 1}
