"""What the figures say of each indicator (指标完成情况)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from quanheng.core.expression import Sign
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator, LevelOne, LevelTwo
from quanheng.core.quantity import Dimension, plain, rounded
from quanheng.drafting.fact import Fact, Value
from quanheng.drafting.paper import Paper
from quanheng.drafting.shortfalls import (
    LOWER_LIMITS,
    Miss,
    compared,
    is_comparable,
    miss_of,
)
from quanheng.drafting.stated_reasons import told_by
from quanheng.law.book import Law
from quanheng.scoring.reading import RowReading
from quanheng.scoring.scorecard import RowScore

_STRICT: Final = (Sign.MORE_THAN, Sign.LESS_THAN)
"""A value that equals such a limit misses it by nothing that can be told."""
OVER_RATIO: Final = "self_evaluation.over_achievement_ratio"


class State(StrEnum):
    """What became of a target (完成情况)."""

    REACHED = "reached"
    SHORT = "short"
    OPEN = "open"
    """Target and actual can't be compared."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A row with what became of its target (指标完成情况).

    Attributes:
        indicator: The row.
        reading: Its cells, read together.
        state: What became of its target.
        miss: By how much its target was missed; None where it was not, and where an
            answer in words says so.
        lost: The points that it lost; None where nobody can tell.
        is_answer: Whether its target is in words.
    """

    indicator: Indicator
    reading: RowReading
    state: State
    miss: Miss | None
    lost: Decimal | None
    is_answer: bool

    @property
    def values(self) -> dict[str, Value]:
        """Name, target, actual, lost points and reason, as they are printed."""
        reading = self.reading
        found: dict[str, Value] = {
            "name": self.indicator.title,
            "target": _said(reading, text_of(self.indicator.target), is_target=True),
            "actual": _said(reading, text_of(self.indicator.actual), is_target=False),
        }
        if self.lost is not None:
            found["lost"] = plain(self.lost)
        return {**found, **told_by(self.indicator.reason)}

    @property
    def is_problem(self) -> bool:
        """Whether its target was missed, or its answer cost points."""
        return self.state is State.SHORT or (self.is_answer and bool(self.lost))


def standings(paper: Paper) -> tuple[Standing, ...]:
    """The scored rows, budget execution left out, in printed order."""
    rows = (row for row in paper.card.rows if not row.is_execution)
    return tuple(
        _standing(paper, row, row.indicator, row.reading)
        for row in rows
        if row.indicator is not None and row.reading is not None
    )


def _standing(
    paper: Paper, row: RowScore, indicator: Indicator, reading: RowReading
) -> Standing:
    score = paper.score(row)
    lost = None if score is None or row.weight is None else row.weight - score
    miss = miss_of(reading)
    is_answer = row.recomputed is not None and not is_comparable(reading)
    return Standing(indicator, reading, _state(row, miss), miss, lost, is_answer)


def _state(row: RowScore, miss: Miss | None) -> State:
    if row.recomputed is None or row.reading is None:
        return State.OPEN
    if is_comparable(row.reading) and row.reading.sign not in _STRICT:
        return State.SHORT if miss else State.REACHED
    best = row.band[1] if row.band else row.recomputed
    return State.REACHED if best == row.weight else State.SHORT


def row_facts(rows: Sequence[Standing], law: Law) -> Iterator[Fact]:
    """How many rows of each category reached their targets, then each row."""
    yield from _counts(rows)
    for row in rows:
        category = row.indicator.level_one
        for name, values in _facts(row, law):
            yield Fact(name, values, category)


def _counts(rows: Sequence[Standing]) -> Iterator[Fact]:
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


def _facts(row: Standing, law: Law) -> Iterator[tuple[str, dict[str, Value]]]:
    values = row.values
    name = {"name": values["name"]}
    if row.state is State.OPEN:
        yield "open", name
    elif row.miss is not None:
        yield row.miss.kind, {**values, **row.miss.values}
    elif row.is_problem:
        said = ("name", "lost", "cause")
        yield "judged", {key: values[key] for key in said if key in values}
    elif row.is_answer:
        yield "reached_answer", name
    else:
        yield "reached", values
        if "cause" in values:
            values = values | {"over_cause": values["cause"]}
        if (excess := _excess(row, law)) is not None:
            yield "over", values | {"percent": plain(rounded(excess))}


def _excess(row: Standing, law: Law) -> Decimal | None:
    """The actual in percent of the target, where that is far above it."""
    pair = compared(row.reading)
    if pair is None or row.reading.sign not in LOWER_LIMITS:
        return None
    wanted, value = pair
    has_end = wanted.unit.dimension in (Dimension.RATE, Dimension.PERCENTAGE_POINT)
    if has_end or row.indicator.level_two is LevelTwo.TIMELINESS or wanted.value <= 0:
        return None
    far = value >= wanted.value * law.number(OVER_RATIO)
    return value * 100 / wanted.value if far else None


def _said(reading: RowReading, raw: str, *, is_target: bool) -> str:
    """A cell as written, with the unit of the row where it has none."""
    own, other = reading.target_unit, reading.actual_unit
    if not is_target:
        own, other = other, own
    unit = reading.name_unit or other
    if own is not None or compared(reading) is None or unit is None:
        return raw
    return f"{raw}{unit.symbol}"
