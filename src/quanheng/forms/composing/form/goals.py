"""The goals of a form, side by side above their texts (总体目标)."""

from quanheng.core.field import Field, text_of
from quanheng.core.report import Goals
from quanheng.forms.composing.form.spread import Text, label, put_row
from quanheng.forms.composing.form.words import FormWords
from quanheng.forms.composing.grid import Grid


def goal_cells(goals: Goals) -> dict[str, Field]:
    """The texts that there are, by ``period``, ``annual`` and ``actual``."""
    texts = {"period": goals.period, "annual": goals.annual, "actual": goals.actual}
    return {name: text for name, text in texts.items() if text is not None}


def put_goals(grid: Grid, goals: Goals, words: FormWords) -> None:
    """Add the goals to a form, where there are any."""
    cells = goal_cells(goals)
    if not cells:
        return
    heads, texts = grid.add_row(), grid.add_row()
    grid.label(words.goals, heads, 0, rows=2)
    put_row(grid, heads, 1, [label(words.goal_heads[name]) for name in cells])
    put_row(
        grid,
        texts,
        1,
        [Text(text_of(cell), field=f"goals.{name}") for name, cell in cells.items()],
    )
