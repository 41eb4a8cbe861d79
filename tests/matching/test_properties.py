"""What holds for every matching, and that small ones are the best there are."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from quanheng.core.grammar.units import read_unit
from quanheng.core.quantity import Unit
from quanheng.matching.allocation.allocate import FAIR, allocate
from quanheng.matching.allocation.market import Market
from quanheng.matching.allocation.markets import steps_of
from quanheng.matching.supply_demand.demands import Demand
from quanheng.matching.supply_demand.offers import Offer
from quanheng.matching.supply_demand.pairs import Pair, pairs_of

ON = date(2024, 9, 1)
PREFERRED = Decimal("1.015")
"""All preferences together weigh less than this."""


def unit(name: str) -> Unit:
    found = read_unit(name)
    assert found
    return found


OFFER = Offer(
    row=2,
    producer="P2",
    is_poor=False,
    product="小米",
    kind="",
    unit=unit("箱"),
    stock=Decimal(1),
    bound=Decimal(0),
    price=Decimal(8),
    window=(None, None),
    lot=Decimal(0),
    listed_on=ON,
)
DEMAND = Demand(
    row=2,
    number="D",
    buyer="河阳中学",
    product="小米",
    kind="",
    unit=unit("箱"),
    quantity=Decimal(1),
    ordered=Decimal(0),
    ceiling=None,
    window=(None, None),
    is_whole=False,
)


def numbered(offers: list[Offer]) -> list[Offer]:
    return [
        replace(offer, row=row, producer=f"P{row}") for row, offer in enumerate(offers)
    ]


def whole(least: int, most: int) -> st.SearchStrategy[Decimal]:
    return st.integers(least, most).map(Decimal)


OFFERS = st.lists(
    st.builds(
        replace,
        st.just(OFFER),
        stock=whole(1, 4),
        price=whole(5, 9),
        is_poor=st.booleans(),
        lot=st.sampled_from((Decimal(0), Decimal(2), Decimal(3))),
    ),
    min_size=1,
    max_size=3,
).map(numbered)
DEMANDS = st.lists(
    st.builds(
        replace,
        st.just(DEMAND),
        quantity=whole(1, 5),
        ceiling=st.none() | whole(6, 9),
        is_whole=st.booleans(),
    ),
    min_size=1,
    max_size=2,
).map(lambda found: [replace(one, row=row) for row, one in enumerate(found)])


def is_allowed(market: Market, traded: tuple[int, ...]) -> bool:
    for numbers in market.by_offer.values():
        if sum(traded[n] for n in numbers) > market.stock(numbers[0]):
            return False
    for numbers in market.by_demand.values():
        served, wanted = sum(traded[n] for n in numbers), market.wanted(numbers[0])
        is_whole = market.pairs[numbers[0]].demand.is_whole
        if served > wanted or (is_whole and served not in {0, wanted}):
            return False
    return all(
        not count or count * step >= pair.offer.lot
        for pair, step, count in zip(market.pairs, market.steps, traded, strict=True)
    )


def every_way(market: Market) -> Iterator[tuple[int, ...]]:
    ways = product(*(range(most + 1) for most in market.most))
    return (way for way in ways if is_allowed(market, way))


def value(market: Market, traded: tuple[int, ...]) -> float:
    return sum(w * count for w, count in zip(market.worth, traded, strict=True))


@settings(max_examples=60, deadline=None)
@given(OFFERS, DEMANDS)
def test_small_markets_are_shared_out_as_well_as_can_be(
    offers: list[Offer], demands: list[Demand]
) -> None:
    pairs = pairs_of(offers, demands, ON)
    if not pairs:
        return
    steps = steps_of(offers, demands)
    market = Market(pairs, steps)
    found = allocate(pairs, steps, ON).traded
    traded = tuple(
        int(found.get((pair.demand.row, pair.offer.row), Decimal(0))) for pair in pairs
    )
    assert is_allowed(market, traded)
    ways = list(every_way(market))
    fairest = max(market.least_share(way) for way in ways)
    assert market.least_share(traded) >= fairest - FAIR - 1e-9
    best = max(
        value(market, way) for way in ways if market.least_share(way) >= fairest - 1e-9
    )
    assert value(market, traded) >= best / float(PREFERRED)


def large_market(seed: int) -> tuple[list[Offer], list[Demand], tuple[Pair, ...]]:
    dice = Random(seed)  # noqa: S311 - generated figures, no secret
    offers = numbered(
        [
            replace(
                OFFER,
                unit=unit("公斤"),
                stock=Decimal(dice.randint(100, 9000)) / 10,
                price=Decimal(dice.randint(60, 90)) / 10,
                is_poor=dice.random() < 0.4,
                lot=Decimal(dice.choice((0, 0, 25))),
                window=(None, ON + timedelta(dice.randint(5, 90))),
            )
            for _ in range(40)
        ]
    )
    demands = [
        replace(
            DEMAND,
            row=row,
            unit=unit("公斤"),
            quantity=Decimal(dice.randint(50, 900)),
            window=(ON + timedelta(dice.randint(0, 60)), None),
            is_whole=dice.random() < 0.2,
        )
        for row in range(15)
    ]
    return offers, demands, pairs_of(offers, demands, ON)


def test_a_large_market_keeps_every_limit_and_comes_near_the_best() -> None:
    offers, demands, pairs = large_market(1)
    assert len(pairs) > 300
    steps = steps_of(offers, demands)
    allocation = allocate(pairs, steps, ON)
    market = Market(pairs, steps)
    traded = tuple(
        int(allocation.traded.get((pair.demand.row, pair.offer.row), Decimal(0)) / step)
        for pair, step in zip(pairs, market.steps, strict=True)
    )
    assert is_allowed(market, traded)
    assert 0 <= allocation.gap < 0.01


def test_the_same_market_is_always_shared_out_alike() -> None:
    offers, demands, pairs = large_market(2)
    steps = steps_of(offers, demands)
    assert allocate(pairs, steps, ON) == allocate(pairs, steps, ON)
