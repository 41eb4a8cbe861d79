"""Which official form a project was written on (表式)."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from quanheng.core.report import Project
from quanheng.forms.labels import load_yaml

LAYOUTS: Final = ("shanxi", "national")


@cache
def layout(name: str) -> Mapping[str, Any]:
    """What is particular to a layout: its layout.yaml."""
    data: Mapping[str, Any] = load_yaml(f"quanheng.forms.{name}", "layout.yaml")
    return data


def layout_of(project: Project, *, matrix: bool) -> str:
    """The layout whose marks fit best, empty where none fits.

    Args:
        project: What was read.
        matrix: Whether the budget table has the sources as columns.
    """
    marks = _marks(project, matrix=matrix)
    fits = {name: len(marks & set(layout(name)["marks"])) for name in LAYOUTS}
    best = max(fits, key=lambda name: fits[name])
    return best if fits[best] else ""


def _marks(project: Project, *, matrix: bool) -> set[str]:
    marks = set()
    if project.budget is not None:
        marks.add("budget-matrix" if matrix else "budget-block")
    if project.table is not None:
        marks |= {f"column-{name}" for name in project.table.labels}
        marks.add("total-row" if project.table_total else "no-total-row")
    marks.add("narrative" if project.sections else "form-only")
    if project.annex is not None:
        marks.add("annex")
    return marks
