"""Who sells what to whom, case by case."""

import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from quanheng.core.errors import MissingExtraError
from quanheng.core.quantity import plain
from tests.matching.conftest import Matching, Rows

CASES = yaml.safe_load(Path(__file__).with_name("cases.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_case(matching: Matching, case: dict[str, Any]) -> None:
    found = matching(
        tuple(case["offers"]), tuple(case["demands"]), tuple(case.get("orders", ()))
    )
    assert [
        [sale.demand.number, sale.offer.producer, plain(sale.quantity)]
        for sale in found.sales
    ] == case.get("sales", [])
    assert [
        [one.offer.producer, plain(one.quantity), one.reason.zh] for one in found.unsold
    ] == case.get("unsold", [])
    assert [
        [one.demand.number, plain(one.quantity), one.reason.zh] for one in found.unmet
    ] == case.get("unmet", [])
    left_out = {
        name: [[part.reason.zh, list(part.rows)] for part in parts]
        for name, parts in found.left_out.items()
        if parts
    }
    assert left_out == case.get("left_out", {})


def test_price_and_money_are_in_the_demands_unit(matching: Matching) -> None:
    (sale,) = matching(({},), ({"quantity": "0.05", "unit": "吨"},)).sales
    assert (sale.quantity, sale.price) == (Decimal("0.05"), Decimal(8000))
    assert sale.amount == Decimal(400)


def test_an_open_price_is_said_and_has_no_amount(matching: Matching) -> None:
    (sale,) = matching(({"price": None},), ({"highest_price": "9"},)).sales
    assert (sale.price, sale.amount) == (None, None)
    assert sale.reasons[-1].zh == "单价待议"


def test_reasons_say_why_this_seller(matching: Matching) -> None:
    offers = ({"sold_until": "2024-09-20"}, {"producer": "P3", "price": "9"})
    first, second = matching(offers, ({"quantity": "150"},)).sales
    said = [reason.zh for reason in first.reasons]
    assert said == ["优先帮扶户", "季末临近", "价格最低"]
    assert [reason.zh for reason in second.reasons] == ["补足需求"]


def test_unsold_stock_near_the_end_of_its_season_comes_first(
    matching: Matching,
) -> None:
    offers: Rows = ({}, {"producer": "P2", "sold_until": "2024-09-21"})
    found = matching(offers, ({"product": "谷子"},)).unsold
    assert [(one.offer.producer, one.days_left) for one in found] == [
        ("P2", 20),
        ("P1", None),
    ]


def test_groups_tell_how_much_poor_households_sell(matching: Matching) -> None:
    poor, others = matching(({}, {"producer": "P3"}), ({"quantity": "150"},)).groups
    assert poor.sellers == 1
    assert [poor.offered, poor.sold, poor.share] == [800, 800, 100]
    assert [others.sold, others.share] == [400, 50]


def test_without_the_solver_it_says_what_to_install(
    matching: Matching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "highspy", None)
    with pytest.raises(MissingExtraError, match="highspy"):
        matching(({},), ({},))
