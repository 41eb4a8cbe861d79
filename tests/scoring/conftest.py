"""The law that scoring tests are judged by."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from quanheng.law.book import NATIONWIDE, Law
from quanheng.testing.cases import book_with

LawOf = Callable[..., Law]


@pytest.fixture(scope="session")
def law_of() -> LawOf:
    """The shipped law of a year and region, with some parameters set anew."""

    def of(
        parameters: Mapping[str, Any] | None = None,
        year: int | None = None,
        region: str = NATIONWIDE,
    ) -> Law:
        exact = {name: _exact(value) for name, value in (parameters or {}).items()}
        day = date(year, 12, 31) if year else None
        return Law(book_with(exact), day, region)

    return of


@pytest.fixture(scope="session")
def law(law_of: LawOf) -> Law:
    """The shipped law, year and region unknown."""
    return law_of()


def _exact(value: Any) -> Any:
    """Plain data with exact numbers."""
    if isinstance(value, Mapping):
        return {key: _exact(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_exact(inner) for inner in value]
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return Decimal(str(value)) if number else value
