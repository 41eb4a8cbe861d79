"""Intervals and samples, beside figures computed with statsmodels 0.15.0."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.evidence.measures.base.rates import sample_needed, wilson

NEAR = Decimal("1e-12")


def figures() -> Iterator[tuple[Decimal, ...]]:
    """Wilson intervals by statsmodels' proportion_confint(…, method="wilson")."""
    path = Path(__file__).with_name("wilson.csv")
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield tuple(map(Decimal, row.values()))


@pytest.mark.parametrize("row", list(figures()), ids=str)
def test_intervals_are_those_of_statsmodels(row: tuple[Decimal, ...]) -> None:
    hits, asked, confidence, low, high = row
    found = wilson(hits, asked, confidence)
    assert abs(found[0] - low) < NEAR
    assert abs(found[1] - high) < NEAR


@given(st.integers(1, 10**6), st.data())
def test_an_interval_holds_its_rate_and_narrows_with_the_population(
    asked: int, data: st.DataObject
) -> None:
    hits = data.draw(st.integers(0, asked))
    population = data.draw(st.integers(asked, 10**7))
    share = Decimal(hits) / asked
    low, high = wilson(Decimal(hits), Decimal(asked), Decimal(95))
    inner = wilson(Decimal(hits), Decimal(asked), Decimal(95), population)
    assert 0 <= low <= inner[0] + NEAR <= share + 2 * NEAR
    assert share - 2 * NEAR <= inner[1] - NEAR <= high <= 1


@pytest.mark.parametrize(
    ("confidence", "margin", "population", "needed"),
    [
        (95, 5, None, 385),
        (95, 3, None, 1068),
        (99, 5, None, 664),
        (95, 5, 1000, 278),
        (95, 5, 100, 80),
        (95, 5, 1, 1),
    ],
)
def test_the_sample_that_is_needed(
    confidence: int, margin: int, population: int | None, needed: int
) -> None:
    found = sample_needed(Decimal(confidence), Decimal(margin), population)
    assert found == needed
