"""Facts about problems, with a measure for each (问题与措施)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from quanheng.drafting.budget_facts import execution_reason, low_rate, percent
from quanheng.drafting.fact import Fact, Value
from quanheng.drafting.indicator_facts import RowOutcome, State
from quanheng.drafting.paper import Paper


def problem_facts(
    paper: Paper,
    rows: Sequence[RowOutcome],
    previous: Paper | None,
    again: Callable[[RowOutcome], bool],
) -> Iterator[Fact]:
    """Low spending and every missed target, numbered, each with its measure.

    Args:
        paper: The report.
        rows: Its rows.
        previous: Last year's report, None without one.
        again: Whether a row also missed its target last year.
    """
    problems = [*_of_money(paper, previous), *_of_rows(rows, again)]
    for number, (name, values, _) in enumerate(problems, 1):
        yield Fact(name, values | {"number": number})
    for number, (_, values, measure) in enumerate(problems, 1):
        named = {key: value for key, value in values.items() if key in _OF_MEASURE}
        yield Fact(measure, named | {"number": number})
    if not problems:
        yield Fact("no_problem")
        yield Fact("no_measure")


_OF_MEASURE: Final = frozenset({"name", "measure", "owner", "deadline"})
_Problem = tuple[str, dict[str, Value], str]
"""The key of its sentence, its values, the key of the measure's sentence."""


def _of_money(paper: Paper, previous: Paper | None) -> Iterator[_Problem]:
    low = low_rate(paper)
    if low is None:
        return
    values: dict[str, Value] = {"rate": percent(low), **execution_reason(paper)}
    name, before = "problem_money", low_rate(previous) if previous else None
    if before is not None:
        name, values["previous"] = "problem_money_again", percent(before)
    yield name, values, "measure_money"


def _of_rows(
    rows: Sequence[RowOutcome], again: Callable[[RowOutcome], bool]
) -> Iterator[_Problem]:
    """The rows grouped by sentence: new misses, repeated ones, answers in words."""
    problems = [row for row in rows if row.is_problem]
    missed = [row for row in problems if row.state is State.SHORT and row.shortfall]
    groups = {
        "problem_row": [row for row in missed if not again(row)],
        "problem_row_again": [row for row in missed if again(row)],
        "problem_judged": [row for row in problems if row not in missed],
    }
    for name, group in groups.items():
        for row in group:
            yield name, row.values, "measure_row"
