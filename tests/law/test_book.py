"""Which value of a parameter applies."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from quanheng.core.bilingual import Words
from quanheng.core.errors import ParameterNotInForceError
from quanheng.law.book import DatedValue, Law, LawBook, Parameter, Value, WordList
from quanheng.law.citation import Citation, LegalText, cite

SOURCE = Citation("practice", "一般做法", verified=True)


def dated(value: Value, since: int, region: str = "全国", until: int = 0) -> DatedValue:
    last = date(until, 12, 31) if until else None
    return DatedValue(value, date(since, 1, 1), region, SOURCE, last)


BOOK = LawBook(
    {
        "topic.edge": Parameter(
            "topic.edge",
            Words("档次", "edge"),
            "points",
            (
                dated(Decimal(70), 2010, until=2014),
                dated(Decimal(60), 2020),
                dated(Decimal(50), 2022, "中央部门"),
                dated(Decimal(55), 2023),
            ),
        ),
        "topic.words": Parameter(
            "topic.words", Words("词", "words"), "", (dated(["甲", "乙"], 2010),)
        ),
        "topic.bounds": Parameter(
            "topic.bounds",
            Words("范围", "bounds"),
            "",
            (dated([Decimal(1), Decimal(20)], 2010),),
        ),
        "topic.scales": Parameter(
            "topic.scales",
            Words("档", "scales"),
            "",
            (dated([["优", "良"], ["高"]], 2010),),
        ),
        "topic.groups": Parameter(
            "topic.groups", Words("组", "groups"), "", (dated({"甲": ["一"]}, 2010),)
        ),
        "topic.records": Parameter(
            "topic.records", Words("录", "records"), "", (dated([{"甲": "一"}], 2010),)
        ),
        "topic.table": Parameter(
            "topic.table", Words("表", "table"), "", (dated({"甲": Decimal(1)}, 2010),)
        ),
    },
    {
        "practice": LegalText(
            "practice", Words("实务做法", ""), practices={"一般做法": "common"}
        ),
        "文": LegalText("文", Words("办法", ""), verified={"第一条": "要点"}),
    },
)


def law(year: int | None, region: str = "全国") -> Law:
    return BOOK.law(date(year, 12, 31) if year else None, region)


@pytest.mark.parametrize(
    ("year", "region", "values"),
    [
        (2012, "全国", [70]),
        (2020, "全国", [60]),
        (2022, "全国", [60, 50]),
        (2023, "全国", [55, 50]),
        (2023, "中央部门", [50]),
        (2021, "中央部门", [60]),
        (2023, "山西省", [55]),
        (None, "全国", [55, 60, 70, 50]),
    ],
)
def test_versions_in_force(year: int | None, region: str, values: list[int]) -> None:
    found = [version.value for version in law(year, region).versions("topic.edge")]
    assert found == [Decimal(value) for value in values]


@pytest.mark.parametrize(("year", "name"), [(2016, "topic.edge"), (2020, "topic.none")])
def test_nothing_in_force_is_said(year: int, name: str) -> None:
    with pytest.raises(ParameterNotInForceError, match=name):
        law(year).versions(name)


def test_values_come_in_their_kind() -> None:
    assert law(2020).number("topic.edge") == 60
    assert law(2020).words("topic.words") == ("甲", "乙")
    assert law(2020).table("topic.table") == {"甲": Decimal(1)}
    assert law(2020).numbers("topic.bounds") == (Decimal(1), Decimal(20))
    assert law(2020).word_lists("topic.scales") == (("优", "良"), ("高",))
    assert law(2020).word_groups("topic.groups") == {"甲": ("一",)}
    assert law(2020).records("topic.records") == ({"甲": "一"},)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Law.number, "topic.words"),
        (Law.numbers, "topic.words"),
        (Law.words, "topic.table"),
        (Law.word_lists, "topic.words"),
        (Law.word_groups, "topic.table"),
        (Law.table, "topic.edge"),
        (Law.records, "topic.words"),
    ],
)
def test_a_value_of_another_kind_is_refused(
    kind: Callable[[Law, str], object], name: str
) -> None:
    with pytest.raises(TypeError, match=name):
        kind(law(2020), name)


def test_an_unlisted_article_is_not_verified() -> None:
    assert cite(BOOK.texts, "文", "第一条").verified
    assert not cite(BOOK.texts, "文", "第二条").verified
    assert not BOOK.cite("practice", "别的做法").verified


LISTED = WordList(
    "words.all", Words("全部", "all"), Words("正文", "text"), ("全部", "均"), SOURCE
)


@pytest.mark.parametrize("year", [None, 1990, 2024])
def test_a_word_list_holds_on_any_day_and_has_no_versions(year: int | None) -> None:
    book = BOOK.with_own([LISTED])
    law = book.law(date(year, 12, 31) if year else None, "山西")
    assert law.words("words.all") == ("全部", "均")
    assert law.versions("words.all") == ()
    assert book.entry("words.all") is LISTED


def test_own_entries_are_laid_over_a_book_that_stays_as_it_is() -> None:
    edge = replace(BOOK.parameters["topic.edge"], values=(dated(Decimal(1), 2000),))
    own = BOOK.with_own([LISTED, replace(LISTED, value=("皆",)), edge])
    assert own.law().words("words.all") == ("皆",)
    assert own.law().number("topic.edge") == 1
    assert own.law().words("topic.words") == ("甲", "乙")
    assert BOOK.law().number("topic.edge") != 1
    assert "words.all" not in BOOK.entries
