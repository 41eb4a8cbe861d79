"""A project with every cell of an official form (规范表式补全)."""

from dataclasses import replace
from itertools import product

from quanheng.core.budget import Budget
from quanheng.core.field import Field, filled
from quanheng.core.report import Goals, IndicatorTable, Project
from quanheng.forms.composing.form.form_labels import FormWords
from quanheng.forms.composing.not_in_narrative import main_table


def is_read_from_form(project: Project) -> bool:
    """Whether the project was read from a form: its columns have labels."""
    table = main_table(project)
    return table is None or bool(table.labels)


def filled_in(project: Project, words: FormWords) -> Project:
    """The project with a blank field for every missing cell of the official form.

    Neither the goal of the whole period nor the conclusion has a cell.
    """
    department, unit = _both(project.department, project.unit)
    annual, actual = _both(project.goals.annual, project.goals.actual)
    table = project.table or IndicatorTable(())
    labels = {name: Field(words.indicators[name]) for name in words.official_columns}
    return replace(
        project,
        name=project.name or Field(""),
        department=department,
        unit=unit,
        budget=project.budget and _with_official_cells(project.budget, words),
        goals=Goals(None, annual, actual),
        table=replace(table, labels=labels),
        stated_total=None,
    )


def _both(first: Field | None, second: Field | None) -> tuple[Field | None, ...]:
    """Two cells of one row: both, or neither."""
    if first is None and second is None:
        return None, None
    return first or Field(""), second or Field("")


def _with_official_cells(budget: Budget, words: FormWords) -> Budget:
    """The budget with a cell for every amount of every source.

    Amounts and sources that the official form lacks are added to its block.
    """
    stated = [key for key, cell in budget.cells.items() if filled(cell)]
    rows = {*words.official_amounts, *(row for row, _ in stated)}
    sources = {*words.official_sources, *(source for _, source in stated)}
    keys = product(rows, sources)
    cells = {key: budget.cell(*key) or Field("") for key in keys}
    weight, score = budget.weight, budget.score
    if words.has_points:
        weight, score = weight or Field(""), score or Field("")
    return replace(budget, cells=cells, weight=weight, score=score)
