"""Matchings of a few entries."""

from collections.abc import Callable
from datetime import date

import pytest

from quanheng.law.load import load_book
from quanheng.matching.match import match
from quanheng.matching.report import MatchReport
from tests.registers.registers_in_words import register_of

ON = date(2024, 9, 1)
PRODUCE = {
    "listed_on": "2024-08-20",
    "product": "小米",
    "producer": "P1",
    "quantity": "100",
    "unit": "公斤",
    "price": "8",
}
DEMAND = {
    "number": "D1",
    "listed_on": "2024-08-25",
    "buyer": "河阳中学",
    "product": "小米",
    "quantity": "100",
    "unit": "公斤",
}
PRODUCERS = (
    {"producer": "P1", "kind": "农户", "assisted": "脱贫户"},
    {"producer": "P2", "kind": "农户", "assisted": "监测户"},
    {"producer": "P3", "kind": "合作社", "assisted": "否", "name": "青山合作社"},
    {"producer": "P4", "kind": "农户"},
)

Rows = tuple[dict[str, str | None], ...]
Matching = Callable[..., MatchReport]


@pytest.fixture
def matching() -> Matching:
    """A matching of entries that are given by what differs from the usual ones."""

    def matched(offers: Rows, demands: Rows, orders: Rows = ()) -> MatchReport:
        registers = {
            "produce": register_of("produce", [PRODUCE | one for one in offers]),
            "demands": register_of("demands", [DEMAND | one for one in demands]),
            "producers": register_of("producers", PRODUCERS),
            "orders": register_of("orders", orders),
        }
        return match(registers, ON, load_book().law(ON))

    return matched
