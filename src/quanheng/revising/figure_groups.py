"""Groups of figures that are formatted together (成组整理)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.budget import MONEY_ROWS, RATE_ROWS, Budget, BudgetRow
from quanheng.core.field import Field
from quanheng.core.report import IndicatorTable, Project
from quanheng.law.book import Law
from quanheng.revising.figure_format import (
    DASH,
    HOUSE_UNIT,
    amount_text,
    is_empty,
    percent_text,
    score_text,
)
from quanheng.scoring.budget.execution_rate import arrival_rate, execution_rate
from quanheng.scoring.budget.stated_rates import RATE_DECIMALS
from quanheng.scoring.formulas.result import SCORE_DECIMALS
from quanheng.scoring.scorecard import score_project

AMOUNTS: Final = Words("金额", "amount")
RATES: Final = Words("预算比率", "budget rate")
COMPLETIONS: Final = Words("完成率", "completion rate")
SCORES: Final = Words("得分", "score")
EMPTY: Final = Words("空格", "empty cell")
KINDS: Final = (AMOUNTS, RATES, COMPLETIONS, SCORES, EMPTY)
"""In the order in which they are corrected."""
AMOUNT_DECIMALS: Final = "self_evaluation.amount_decimals"


@dataclass(frozen=True, slots=True)
class Rewriting:
    """A cell with its figure in the house format (改写).

    Attributes:
        cell: The cell; in files without cells its place may not be unique.
        new: Its text in the house format.
    """

    cell: Field
    new: str


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that are formatted all together or not at all (数字组).

    Attributes:
        kind: One of ``KINDS``.
        changes: The cells that change.
        is_certain: Whether every figure of the group is certain.
    """

    kind: Words
    changes: tuple[Rewriting, ...]
    is_certain: bool = True


_Cell = tuple[Field | None, str | None]
"""A cell with its text in the house format, None where unknown."""


def groups(project: Project, law: Law) -> Iterator[Group]:
    """The groups of a project, with the decimals in force."""
    tables = [
        table
        for table in (project.table, *project.section_tables)
        if table is not None and not table.is_told
    ]
    rates = int(law.number(RATE_DECIMALS))
    completions = [c for t in tables for c in _completions(project, t, law, rates)]
    scores = list(_scores(project.budget, tables, int(law.number(SCORE_DECIMALS))))
    cells = [cell for cell, _ in (*completions, *scores)]
    if budget := project.budget:
        yield _amounts(budget, int(law.number(AMOUNT_DECIMALS)))
        yield _group(RATES, _rates(budget, rates))
        cells += budget.cells.values()
    yield _group(COMPLETIONS, completions)
    yield _group(SCORES, scores)
    empty = (cell for cell in cells if cell is not None and is_empty(cell))
    yield Group(EMPTY, tuple(_rewritten((cell, DASH) for cell in empty)))


def _amounts(budget: Budget, places: int) -> Group:
    """All amounts; where the head has another unit, only together with the head."""
    cells = [cell for (row, _), cell in budget.cells.items() if row in MONEY_ROWS]
    texts = [(c, amount_text(c, budget, places)) for c in (*cells, *budget.further)]
    if (head := budget.unit) is None or head.raw == HOUSE_UNIT:
        return _group(AMOUNTS, texts)
    known = all(text is not None or cell.is_blank for cell, text in texts)
    group = _group(AMOUNTS, [*texts, (head, HOUSE_UNIT)])
    return replace(group, is_certain=known)


def _rates(budget: Budget, places: int) -> Iterator[_Cell]:
    for (row, column), cell in budget.cells.items():
        if row in RATE_ROWS:
            rate = arrival_rate if row is BudgetRow.ARRIVAL_RATE else execution_rate
            yield cell, percent_text(cell, rate(budget, column), places)


def _completions(
    project: Project, table: IndicatorTable, law: Law, places: int
) -> Iterator[_Cell]:
    card = score_project(replace(project, table=table), law)
    computed: dict[int, Decimal | None] = {
        id(row.indicator): row.completion for row in card.rows
    }
    for row in table.rows:
        if row.completion is not None:
            rate = computed.get(id(row))
            yield row.completion, percent_text(row.completion, rate, places)


def _scores(
    budget: Budget | None, tables: Iterable[IndicatorTable], places: int
) -> Iterator[_Cell]:
    cells = [budget.score] if budget else []
    for table in tables:
        cells += [*(row.score for row in table.rows), table.total_score]
    for cell in cells:
        yield cell, score_text(cell, places) if cell is not None else None


def _group(kind: Words, cells: Iterable[_Cell]) -> Group:
    texts = [(cell, text) for cell, text in cells if cell is not None]
    unknown = (
        text is None and any(sign.isdigit() for sign in cell.raw)
        for cell, text in texts
    )
    return Group(kind, tuple(_rewritten(texts)), is_certain=not any(unknown))


def _rewritten(cells: Iterable[tuple[Field, str | None]]) -> Iterator[Rewriting]:
    for cell, text in cells:
        if text is not None and text != cell.raw:
            yield Rewriting(cell, text)
