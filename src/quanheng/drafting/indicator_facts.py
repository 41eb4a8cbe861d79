"""Facts about each indicator (指标完成情况)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.core.expression import Sign
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator, LevelOne, LevelTwo
from quanheng.core.quantity import Dimension, Unit, plain, rounded
from quanheng.drafting.fact import Fact, Value
from quanheng.drafting.paper import Paper
from quanheng.drafting.shortfalls import (
    LOWER_LIMITS,
    Shortfall,
    compared,
    is_comparable,
    shortfall_of,
)
from quanheng.drafting.stated_reasons import reason_parts
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading
from quanheng.scoring.scorecard import RowScore

_STRICT: Final = (Sign.MORE_THAN, Sign.LESS_THAN)
"""A value equal to such a limit misses it by no amount."""
OVER_RATIO: Final = "self_evaluation.over_achievement_ratio"


class State(StrEnum):
    """Whether a target was reached (完成情况)."""

    REACHED = "reached"
    SHORT = "short"
    OPEN = "open"
    """Target and actual can't be compared."""


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """A row with the outcome for its target (指标完成情况).

    Attributes:
        indicator: The row.
        reading: Its cells, read together.
        state: Whether its target was reached.
        shortfall: By how much its target was missed; None for a target that was
            reached and for an answer in words.
        lost: The points lost; None where unknown.
        is_answer: Whether its target is in words.
    """

    indicator: Indicator
    reading: RowReading
    state: State
    shortfall: Shortfall | None
    lost: Decimal | None
    is_answer: bool

    @property
    def values(self) -> dict[str, Value]:
        """Name, target, actual, lost points and reason as printed."""
        reading = self.reading
        found: dict[str, Value] = {
            "name": self.indicator.title,
            "target": _target_text(reading),
            "actual": _actual_text(reading),
        }
        if self.lost is not None:
            found["lost"] = plain(self.lost)
        return {**found, **reason_parts(self.indicator.reason)}

    @property
    def is_problem(self) -> bool:
        """Whether its target was missed, or its answer cost points."""
        return self.state is State.SHORT or (self.is_answer and bool(self.lost))


def row_outcomes(paper: Paper) -> tuple[RowOutcome, ...]:
    """The scored rows without budget execution, in printed order."""
    rows = (row for row in paper.card.rows if not row.is_execution)
    return tuple(
        _outcome(paper, row, row.indicator, row.reading)
        for row in rows
        if row.indicator is not None and row.reading is not None
    )


def _outcome(
    paper: Paper, row: RowScore, indicator: Indicator, reading: RowReading
) -> RowOutcome:
    score = paper.score(row)
    lost = None if score is None or row.weight is None else row.weight - score
    shortfall = shortfall_of(reading)
    state = _state(row, shortfall)
    is_answer = row.recomputed is not None and not is_comparable(reading)
    return RowOutcome(indicator, reading, state, shortfall, lost, is_answer)


def _state(row: RowScore, shortfall: Shortfall | None) -> State:
    if row.recomputed is None or row.reading is None:
        return State.OPEN
    if is_comparable(row.reading) and row.reading.sign not in _STRICT:
        return State.SHORT if shortfall else State.REACHED
    best = row.band[1] if row.band else row.recomputed
    return State.REACHED if best == row.weight else State.SHORT


def row_facts(rows: Sequence[RowOutcome], law: Law) -> Iterator[Fact]:
    """The number of targets reached in each category, then each row."""
    yield from _counts(rows)
    for row in rows:
        category = row.indicator.level_one
        for name, values in _facts(row, law):
            yield Fact(name, values, category)


def _counts(rows: Sequence[RowOutcome]) -> Iterator[Fact]:
    for category in LevelOne:
        states = Counter(r.state for r in rows if r.indicator.level_one is category)
        if states:
            counts = tuple((s.value, states[s]) for s in State if states[s])
            total = str(states.total())
            values: dict[str, Value] = {"category": category, "total": total}
            if states[State.REACHED] == states.total():
                yield Fact("counts_all", values, category)
            else:
                yield Fact("counts", values | {"states": counts}, category)


def _facts(row: RowOutcome, law: Law) -> Iterator[tuple[str, dict[str, Value]]]:
    values = row.values
    name = {"name": values["name"]}
    if row.state is State.OPEN:
        yield "open", name
    elif row.shortfall is not None:
        yield row.shortfall.kind, {**values, **row.shortfall.values}
    elif row.is_problem:
        keys = ("name", "lost", "cause")
        yield "judged", {key: values[key] for key in keys if key in values}
    elif row.is_answer:
        yield "reached_answer", name
    else:
        yield "reached", values
        if "cause" in values:
            values = values | {"over_cause": values["cause"]}
        if (excess := _excess(row, law)) is not None:
            yield "over", values | {"percent": plain(rounded(excess))}


def _excess(row: RowOutcome, law: Law) -> Decimal | None:
    """The actual in percent of the target, where it is far above the target."""
    pair = compared(row.reading)
    if pair is None or row.reading.sign not in LOWER_LIMITS:
        return None
    wanted, value = pair
    has_end = wanted.unit.dimension in (Dimension.RATE, Dimension.PERCENTAGE_POINT)
    if has_end or row.indicator.level_two is LevelTwo.TIMELINESS or wanted.value <= 0:
        return None
    far = value >= wanted.value * law.number(OVER_RATIO)
    return value * 100 / wanted.value if far else None


def _target_text(row: RowReading) -> str:
    raw = text_of(row.indicator.target)
    return _with_unit(raw, row, row.target_unit, row.name_unit or row.actual_unit)


def _actual_text(row: RowReading) -> str:
    raw = text_of(row.indicator.actual)
    return _with_unit(raw, row, row.actual_unit, row.name_unit or row.target_unit)


def _with_unit(raw: str, row: RowReading, own: Unit | None, other: Unit | None) -> str:
    """A cell as written, with the unit of the row where it has none."""
    if own is not None or other is None or compared(row) is None:
        return raw
    return f"{raw}{other.symbol}"
