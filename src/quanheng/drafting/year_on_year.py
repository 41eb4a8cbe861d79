"""Facts about changes since last year (与上年对比)."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from quanheng.core.quantity import Dimension, Quantity, plain
from quanheng.drafting.budget_facts import percent
from quanheng.drafting.fact import Fact, Value
from quanheng.drafting.indicator_facts import RowOutcome
from quanheng.drafting.paper import Paper
from quanheng.language.comparison.pairing import pairs_of_names
from quanheng.law.book import Law
from quanheng.scoring.reading import quantity_of

NAME_SIMILARITY: Final = "self_evaluation.name_similarity"


def comparison_facts(
    paper: Paper, previous: Paper, twins: Sequence[tuple[RowOutcome, RowOutcome]]
) -> Iterator[Fact]:
    """Total, execution rate and shared indicators: up, down or the same."""
    yield from _compared("score", paper.total, previous.total, plain)
    yield from _compared("rate", paper.rate, previous.rate, percent)
    for row, last in twins:
        yield from _row(row, last)


def matched_rows(
    rows: Sequence[RowOutcome], others: Sequence[RowOutcome], law: Law
) -> tuple[tuple[RowOutcome, RowOutcome], ...]:
    """The rows with their counterparts in last year's report (同一指标)."""
    pairs = pairs_of_names(
        [row.indicator.title for row in rows],
        [row.indicator.title for row in others],
        law.number(NAME_SIMILARITY),
    )
    return tuple((rows[pair.one], others[pair.other]) for pair in pairs)


def _compared(
    name: str,
    now: Decimal | None,
    before: Decimal | None,
    said: Callable[[Decimal], str],
) -> Iterator[Fact]:
    if now is None or before is None:
        return
    here, there = Decimal(said(now)), Decimal(said(before))
    values = {
        name: said(now),
        "previous": said(before),
        "difference": plain(abs(here - there)),
    }
    yield Fact(f"{name}_{_direction(here, there)}", values)


def _row(row: RowOutcome, last: RowOutcome) -> Iterator[Fact]:
    now, before = quantity_of(row.reading.actual), quantity_of(last.reading.actual)
    then = before.to(now.unit) if now and before else None
    if now is None or then is None:
        return
    direction = _direction(now.value, then.value)
    difference = Quantity(abs(now.value - then.value), now.unit)
    in_points = now.unit.dimension is Dimension.RATE and direction != "same"
    values: dict[str, Value] = {
        "name": row.indicator.title,
        "actual": row.values["actual"],
        "previous": str(then),
        "difference": plain(difference.base_value) if in_points else str(difference),
    }
    name = f"row_{direction}_points" if in_points else f"row_{direction}"
    yield Fact(name, values, row.indicator.level_one)


def _direction(now: Decimal, before: Decimal) -> str:
    if now == before:
        return "same"
    return "up" if now > before else "down"
