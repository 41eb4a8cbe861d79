"""Which columns a table of indicators has, in which order (指标表的栏目)."""

from typing import Final

from quanheng.testing.forms.layout import Layout

ROLES: Final = (
    *("indicators", "level1", "level2", "level3"),
    *("target", "sign", "number", "measure", "actual"),
    *("weight", "score", "reason", "completion", "period", "level1_weight", "sum"),
    *("explanation", "standard", "number_of_row"),
)
"""What head words of a table of indicators speak of."""
_LEVELS: Final = {
    "one": ["level3"],
    "two": ["level1", "level3"],
    "in_name": ["level3"],
    "class_rows": ["level2", "level3"],
    "points_beside": ["level1", "level1_weight", "level2", "level3"],
}
_USUAL_LEVELS: Final = ["level1", "level2", "level3"]
_VALUES: Final = {
    "joined": (["target"], ["actual"]),
    "three_cells": (["sign", "number", "measure"], ["actual"]),
    "unit_apart": (["target", "measure"], ["actual"]),
    "with_actual": (["target"], []),
}
"""Columns of the target, and of what was done."""
_LEFT_OUT: Final = {
    "no_reason": ("reason",),
    "no_weight": ("weight",),
    "no_score": ("score",),
    "targets_only": ("actual", "weight", "score", "reason"),
}


def columns_of(layout: Layout) -> list[str]:
    """The role of each column."""
    columns = [*_LEVELS.get(layout["levels"], _USUAL_LEVELS)]
    if layout["extra"] == "number":
        columns.insert(0, "number_of_row")
    elif layout["extra"] != "none":
        columns.append(layout["extra"])
    if layout["around"] == "period_beside":
        columns.append("period")
    return columns + _behind_names(layout)


def _behind_names(layout: Layout) -> list[str]:
    target, actual = _VALUES[layout["target"]]
    order = {
        "usual": [*target, *actual, "weight", "score", "reason"],
        "weight_first": ["weight", *target, *actual, "score", "reason"],
        "score_last": [*target, *actual, "weight", "reason", "score"],
        "target_last": ["weight", *target, *actual, "reason", "score"],
    }[layout["order"]]
    left_out = _LEFT_OUT.get(layout["fields"], ())
    order = [role for role in order if role not in left_out]
    if layout["fields"] == "completion":
        order.insert(order.index("score"), "completion")
    return order
