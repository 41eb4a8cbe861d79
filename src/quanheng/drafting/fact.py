"""What the figures of a report say, before it is put in words (事实)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from quanheng.core.budget import BudgetColumn
from quanheng.core.indicator import LevelOne

Counts = tuple[tuple[str, int], ...]
"""How many there are of each kind."""
Value = str | int | LevelOne | BudgetColumn | Counts
"""A text as it is printed, an ordinal, or what each language names in its own way."""

_BESIDE: Final = "previous difference"
_ROW: Final = "name target actual"
HOLES: Final[Mapping[str, frozenset[str]]] = {
    name: frozenset(holes.split())
    for name, holes in {
        "execution": "planned spent rate",
        "execution_points": "score weight",
        "plan": "",
        "changed": "initial planned",
        "source": "source planned spent",
        "arrival": "received rate",
        "balance": "balance",
        "balance_source": "source balance",
        "low": "rate limit",
        "score_up": f"score {_BESIDE}",
        "score_down": f"score {_BESIDE}",
        "score_same": "score",
        "rate_up": f"rate {_BESIDE}",
        "rate_down": f"rate {_BESIDE}",
        "rate_same": "rate",
        "counts": "category total states",
        "counts_all": "category total",
        "reached": _ROW,
        "reached_answer": "name",
        "short": f"{_ROW} gap percent lost",
        "short_gap": f"{_ROW} gap lost",
        "short_points": f"{_ROW} gap lost",
        "late": f"{_ROW} days lost",
        "judged": "name lost",
        "over": f"{_ROW} percent",
        "open": "name",
        "row_up": f"name actual {_BESIDE}",
        "row_down": f"name actual {_BESIDE}",
        "row_up_points": f"name actual {_BESIDE}",
        "row_down_points": f"name actual {_BESIDE}",
        "row_same": "name actual",
        "survey": "sentence",
        "no_survey": "",
        "problem_money": "number rate",
        "problem_money_again": "number rate previous",
        "problem_row": f"number {_ROW} lost",
        "problem_row_again": f"number {_ROW} lost",
        "problem_judged": "number name lost",
        "no_problem": "",
        "measure_money": "number",
        "measure_row": "number name",
        "no_measure": "",
        "experience": "",
        "untold": "",
    }.items()
}
"""Every fact with the values that a sentence on it may name."""


@dataclass(frozen=True)
class Fact:
    """One thing that the figures say (事实).

    A value that the figures don't settle is left out; the sentence has a blank there.

    Attributes:
        name: Which sentence tells it.
        values: What fills its holes.
        category: The level-one category of its row, None where it is about no row.
    """

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)
    category: LevelOne | None = None
