"""Which official form a project was written on (表式)."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from quanheng.core.field import text_of
from quanheng.core.report import Project
from quanheng.forms.labels import load_yaml

LAYOUTS: Final = ("shanxi", "transfer", "national")
"""In the order in which they are tried: the most specific first."""


@cache
def layout(name: str) -> Mapping[str, Any]:
    """The layout.yaml of a layout."""
    data: Mapping[str, Any] = load_yaml(f"quanheng.forms.{name}", "layout.yaml")
    return data


def layout_of(project: Project, *, matrix: bool) -> str:
    """The first layout whose needs are met; empty where none fits.

    Args:
        project: The project as read.
        matrix: Whether the budget table has the sources as columns.
    """
    marks = _marks(project, matrix=matrix)
    return next(
        (
            name
            for name in LAYOUTS
            if marks >= set(layout(name)["needs"]) and _is_named(project, layout(name))
        ),
        "",
    )


def _is_named(project: Project, found: Mapping[str, Any]) -> bool:
    """Whether title or chapters match a layout that is known by its words."""
    if "titles" not in found:
        return True
    titles = text_of(project.title), text_of(project.annex)
    chapters = (part.heading.raw for part in project.sections if part.level == 1)
    return any(re.search(found["titles"], title) for title in titles) or any(
        re.search(found["chapters"], heading) for heading in chapters
    )


def _marks(project: Project, *, matrix: bool) -> set[str]:
    marks = {"narrative" if project.sections else "form-only"}
    if project.budget is not None:
        marks |= {"budget", "budget-matrix" if matrix else "budget-block"}
    if project.table is not None and not project.table.is_told:
        marks.add("indicators")
    return marks
