"""Facts that follow from the figures of a report (事实)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from quanheng.core.budget import BudgetColumn
from quanheng.core.indicator import LevelOne

Counts = tuple[tuple[str, int], ...]
"""Kind → count."""
Value = str | int | LevelOne | BudgetColumn | Counts
"""A printed text, an ordinal, or a key that each language names in its own way."""

_COMPARED: Final = "previous difference"
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
        "score_up": f"score {_COMPARED}",
        "score_down": f"score {_COMPARED}",
        "score_same": "score",
        "rate_up": f"rate {_COMPARED}",
        "rate_down": f"rate {_COMPARED}",
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
        "row_up": f"name actual {_COMPARED}",
        "row_down": f"name actual {_COMPARED}",
        "row_up_points": f"name actual {_COMPARED}",
        "row_down_points": f"name actual {_COMPARED}",
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
"""Fact → the values that its sentence may name."""


@dataclass(frozen=True)
class Fact:
    """One fact that follows from the figures (事实).

    Attributes:
        name: The key of its sentence.
        values: The values for the sentence; a missing value leaves a blank in it.
        category: The level-one category of its row; None for a fact about no row.
    """

    name: str
    values: Mapping[str, Value] = field(default_factory=dict)
    category: LevelOne | None = None
