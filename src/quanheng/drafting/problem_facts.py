"""The problems that the figures show, and a measure for each (问题与措施)."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from quanheng.drafting.budget_facts import execution_told, low_rate, percent
from quanheng.drafting.fact import Fact, Value
from quanheng.drafting.indicator_facts import Standing, State
from quanheng.drafting.paper import Paper


def problem_facts(
    paper: Paper,
    rows: Sequence[Standing],
    previous: Paper | None,
    again: Callable[[Standing], bool],
) -> Iterator[Fact]:
    """Low spending and every missed target, numbered, each with its measure.

    Args:
        paper: The report.
        rows: Its rows.
        previous: Last year's report, None without one.
        again: Whether a row missed its target last year too.
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
"""The sentence on it, its values, and the sentence on the measure."""


def _of_money(paper: Paper, previous: Paper | None) -> Iterator[_Problem]:
    low = low_rate(paper)
    if low is None:
        return
    values: dict[str, Value] = {"rate": percent(low), **execution_told(paper)}
    before = low_rate(previous) if previous else None
    if before is None:
        yield "problem_money", values, "measure_money"
    else:
        values["previous"] = percent(before)
        yield "problem_money_again", values, "measure_money"


def _of_rows(
    rows: Sequence[Standing], again: Callable[[Standing], bool]
) -> Iterator[_Problem]:
    """The rows by the sentence that tells them, as they are printed."""
    problems = [row for row in rows if row.is_problem]
    missed = [row for row in problems if row.state is State.SHORT and row.miss]
    for row in missed:
        if not again(row):
            yield "problem_row", row.values, "measure_row"
    for row in missed:
        if again(row):
            yield "problem_row_again", row.values, "measure_row"
    for row in problems:
        if row not in missed:
            yield "problem_judged", row.values, "measure_row"
