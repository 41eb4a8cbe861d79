"""The house checks its law."""

from datetime import date

import pytest

from quanheng.law.book import Parameter
from quanheng.law.load import load_book

BOOK = load_book()


@pytest.mark.parametrize("parameter", BOOK.parameters.values(), ids=lambda p: p.name)
def test_every_dated_value_cites_a_registered_text(parameter: Parameter) -> None:
    assert parameter.values
    assert parameter.title
    assert parameter.title_en
    for value in parameter.values:
        assert value.cite.document in BOOK.texts
        if value.cite.is_practice:
            assert value.cite.article in BOOK.texts["practice"].practices


@pytest.mark.parametrize("parameter", BOOK.parameters.values(), ids=lambda p: p.name)
def test_every_parameter_has_a_nationwide_value_today(parameter: Parameter) -> None:
    law = BOOK.law(date(2026, 1, 1), "某个没有自己参数的地区")
    assert law.versions(parameter.name)[0].region == "全国"


def test_practice_is_named_in_english_too() -> None:
    assert all(BOOK.texts["practice"].practices.values())


def test_practice_is_never_verified_law() -> None:
    practice = BOOK.texts["practice"]
    assert not any(BOOK.cite("practice", name).verified for name in practice.practices)
