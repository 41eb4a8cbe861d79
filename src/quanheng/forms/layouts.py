"""Which official form a project was written on (表式)."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from quanheng.core.report import Project
from quanheng.forms.labels import load_yaml

LAYOUTS: Final = ("shanxi", "national")
"""In the order in which they are tried: the more particular one first."""


@cache
def layout(name: str) -> Mapping[str, Any]:
    """What is particular to a layout: its layout.yaml."""
    data: Mapping[str, Any] = load_yaml(f"quanheng.forms.{name}", "layout.yaml")
    return data


def layout_of(project: Project, *, matrix: bool) -> str:
    """The first layout whose needs are met, empty where none's are.

    Args:
        project: What was read.
        matrix: Whether the budget table has the sources as columns.
    """
    marks = _marks(project, matrix=matrix)
    return next((name for name in LAYOUTS if marks >= set(layout(name)["needs"])), "")


def _marks(project: Project, *, matrix: bool) -> set[str]:
    marks = {"narrative" if project.sections else "form-only"}
    if project.budget is not None:
        marks |= {"budget", "budget-matrix" if matrix else "budget-block"}
    if project.table is not None:
        marks.add("indicators")
    return marks
