from decimal import Decimal

import pytest

from quanheng.language.comparison.subjects import NameIndex, names_briefly, names_wholly
from quanheng.language.similarity import similarity
from quanheng.language.topics import Topics
from quanheng.language.words import (
    any_of,
    longest_first,
    pairs,
    stretches,
    those_in,
)

FILLER = ("举办", "场次", "达到", "全年")
TOPICS = {
    "消费帮扶": ("农特产品", "帮销"),
    "脱贫攻坚": ("脱贫攻坚", "脱贫"),
    "乡村振兴": ("巩固脱贫成果", "乡村振兴"),
}


def test_stretches_are_what_is_left_without_the_words_of_a_list() -> None:
    generic = longest_first(["工作", "开展", "全面", "全面开展"])
    assert generic[0] == "全面开展"
    assert stretches("全面开展图书采购工作，共20册", generic) == (
        "图书采购",
        "共",
        "册",
    )


def test_pairs_are_neighbouring_signs() -> None:
    assert pairs("图书馆") == ("图书", "书馆")
    assert pairs("馆") == ()


def test_a_longer_word_hides_the_shorter_one_inside_it() -> None:
    assert those_in(("影响", "重大影响", "氛围"), "氛围好，有重大影响") == (
        "氛围",
        "重大影响",
    )


def test_any_of_asks_for_one_word() -> None:
    assert any_of(("甲", "乙"), "只有乙")
    assert not any_of((), "只有乙")


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("采购图书，举办活动。", "采购图书 举办活动", "1"),
        ("甲乙丙丁", "甲乙丙戊", "0.75"),
        ("甲", "乙", "0"),
        ("", "", "1"),
    ],
)
def test_similarity_leaves_marks_aside(one: str, other: str, share: str) -> None:
    assert similarity(one, other) == Decimal(share)


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("全年举办阅读推广活动", True),
        ("举办活动", False),
        ("举办少儿阅读推广活动", False),
        ("", False),
    ],
)
def test_a_count_must_be_named_wholly(subject: str, *, answer: bool) -> None:
    assert names_wholly(subject, "阅读推广活动场次", FILLER) is answer


@pytest.mark.parametrize(
    ("subject", "answer"),
    [
        ("满意度", True),
        ("读者满意度达到", True),
        ("馆员满意度", False),
        ("到馆读者", False),
        ("", False),
    ],
)
def test_a_rate_may_be_named_by_its_end(subject: str, *, answer: bool) -> None:
    assert names_briefly(subject, "到馆读者满意度", FILLER) is answer


def test_the_longest_topic_word_wins() -> None:
    mentions = Topics(TOPICS).mentions("巩固脱贫成果，推进乡村振兴")
    assert mentions == {"乡村振兴": 2}


def test_texts_of_one_topic_treat_each_other() -> None:
    assert Topics(TOPICS).treats("帮销活动", "采购农特产品")


def test_a_shared_pair_counts_unless_it_is_set_apart() -> None:
    topics = Topics(TOPICS, ("工作",))
    assert topics.treats("档案工作", "档案整理")
    assert not topics.treats("档案工作", "档案整理", apart="档案")
    assert not topics.treats("档案工作", "其他工作")


@pytest.mark.parametrize(
    ("subject", "found"),
    [
        ("全年举办阅读推广活动", [0]),
        ("读者满意度达到", [1]),
        ("满意度", [1, 2]),
        ("举办活动", []),
        ("", []),
    ],
)
def test_an_index_finds_what_each_name_alone_would(
    subject: str, found: list[int]
) -> None:
    titles = [("阅读推广活动场次", False), ("到馆读者满意度", True), ("满意度", True)]
    assert NameIndex(titles, FILLER).named(subject) == found
