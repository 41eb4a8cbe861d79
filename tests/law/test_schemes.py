"""A scheme picked by name decides which values apply."""

from datetime import date
from decimal import Decimal

import pytest

from quanheng.core.errors import ParameterNotInForceError
from quanheng.law.load import load_book
from quanheng.law.schemes import law_under, scheme

BOOK = load_book()
TEMPLATE = "self_evaluation.weight_template"
OVER = "self_evaluation.over_achievement_ratio"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("2020", "财预〔2020〕10号"),
        ("财预〔2020〕10号", "财预〔2020〕10号"),
        ("财预[2020]10", "财预〔2020〕10号"),
        ("2021", "财预〔2021〕101号"),
        ("财预（2021）101号", "财预〔2021〕101号"),
    ],
)
def test_scheme_is_known_by_number_or_year(name: str, number: str) -> None:
    assert scheme(BOOK, name).number == number


def test_unknown_scheme_is_refused_with_those_there_are() -> None:
    with pytest.raises(ParameterNotInForceError) as refused:
        law_under(BOOK, "2019")
    assert "财预〔2020〕10号（2020）" in refused.value.hint.zh
    assert "财预〔2021〕101号 (2021)" in refused.value.hint.en


@pytest.mark.parametrize(("name", "templates"), [("auto", 2), ("2020", 1), ("2021", 1)])
@pytest.mark.parametrize("day", [date(2023, 12, 31), None])
def test_picked_scheme_leaves_one_version(
    name: str, templates: int, day: date | None
) -> None:
    assert len(law_under(BOOK, name, day).versions(TEMPLATE)) == templates


def test_scheme_of_2021_has_cost_as_a_level() -> None:
    first = law_under(BOOK, "2021", date(2023, 12, 31)).records(TEMPLATE)[0]
    assert first["成本"] == Decimal(20)


def test_scheme_may_be_tried_on_an_older_report() -> None:
    law = law_under(BOOK, "2021", date(2019, 12, 31))
    assert law.records(TEMPLATE)[0]["成本"] == Decimal(20)


def test_national_scheme_leaves_a_region_its_own_values() -> None:
    day = date(2023, 12, 31)
    own = law_under(BOOK, "2020", day, "广西壮族自治区")
    assert own.number(OVER) != law_under(BOOK, "2020", day).number(OVER)
