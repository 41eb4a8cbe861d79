"""Which columns a table of indicators has, in which order (指标表的栏目)."""

from collections.abc import Sequence
from random import Random
from typing import Final

from quanheng.testing.forms.layout import Layout

ROLES: Final = (
    *("indicators", "level1", "level2", "level3", "level4", "type"),
    *("target", "sign", "number", "measure", "actual"),
    *("weight", "score", "reason", "completion", "period", "sum"),
    *("level1_weight", "level2_weight"),
    *("explanation", "standard", "source", "review", "expected", "possibility"),
    *("number_of_row", "period_indicators", "grade"),
)
"""What head words of a table of indicators speak of."""
_LEVELS: Final = {
    "one": ["level3"],
    "two": ["level1", "level3"],
    "in_name": ["level3"],
    "class_rows": ["level2", "level3"],
    "points_beside": ["level1", "level1_weight", "level2", "level3"],
    "both_weights": ["level1", "level1_weight", "level2", "level2_weight", "level3"],
    "four": ["level1", "level2", "group", "level4"],
    "typed": ["type", "level3"],
}
_USUAL_LEVELS: Final = ["level1", "level2", "level3"]
_THREE: Final = ["sign", "number", "measure"]
_VALUES: Final = {
    "joined": (["target"], ["actual"]),
    "three_cells": (_THREE, ["actual"]),
    "spanning": (_THREE, ["actual"]),
    "under_one_head": (_THREE, ["actual"]),
    "unit_apart": (["target", "measure"], ["actual"]),
    "sign_apart": (["sign", "target"], ["actual"]),
    "value_first": (["number", "measure", "sign"], ["actual"]),
    "unit_first": (["measure", "sign", "number"], ["actual"]),
    "with_actual": (["target"], []),
}
"""Columns of the target, and of what was done."""
APART: Final = (
    "three_cells",
    "spanning",
    "under_one_head",
    "value_first",
    "unit_first",
)
"""Ways of the target that give sign, number and unit a cell each."""
_LEFT_OUT: Final = {
    "no_reason": ("reason",),
    "no_weight": ("weight",),
    "no_score": ("score",),
    "points_head": ("weight",),
    "targets_only": ("actual", "weight", "score", "reason"),
}
_EXTRAS: Final = ("explanation", "standard", "source", "review", "number_of_row")


def columns_of(layout: Layout, random: Random) -> list[str]:
    """The role of each column."""
    levels = [*_LEVELS.get(layout["levels"], _USUAL_LEVELS)]
    behind = _behind_names(layout, random)
    if layout["periods"] == "beside":
        behind.insert(0, "period")
    if layout["purpose"] == "monitoring" and "actual" in behind:
        place = behind.index("actual") + 1
        behind[place:place] = ["expected", "possibility"]
    for extra in _extras(layout, random):
        if extra == "number_of_row":
            levels.insert(0, extra)
        elif extra in ("review", "source"):
            behind.append(extra)
        else:
            behind.insert(random.choice([0, len(behind)]), extra)
    return levels + behind


def _extras(layout: Layout, random: Random) -> list[str]:
    extra = layout["extra"]
    if extra == "several":
        return random.sample(_EXTRAS, 3)
    known = {"none": [], "number": ["number_of_row"], "reviews": ["review", "review"]}
    return known.get(extra, [extra])


def _behind_names(layout: Layout, random: Random) -> list[str]:
    target, actual = _VALUES[layout["target"]]
    order = {
        "usual": [*target, *actual, "weight", "score", "reason"],
        "weight_first": ["weight", *target, *actual, "score", "reason"],
        "score_last": [*target, *actual, "weight", "reason", "score"],
        "target_last": ["weight", *target, *actual, "reason", "score"],
        "actual_first": [*actual, *target, "weight", "score", "reason"],
        "shuffled": _shuffled(target, actual, random),
    }[layout["order"]]
    fields = layout["fields"]
    left_out = _LEFT_OUT.get(fields, ())
    if layout["purpose"] == "declaration":
        left_out = ("actual", "score", "reason", random.choice(("weight", "")))
    order = [role for role in order if role not in left_out]
    if fields == "completion" and "score" in order:
        order.insert(_place_of_completion(order, random), "completion")
    return order


def _place_of_completion(order: Sequence[str], random: Random) -> int:
    """Before the score or the weight, or beside what was done."""
    before = [role for role in ("score", "weight", "actual") if role in order]
    behind = ["actual"] if "actual" in order else []
    places = [order.index(role) for role in before]
    return random.choice(places + [order.index(role) + 1 for role in behind])


def _shuffled(target: list[str], actual: list[str], random: Random) -> list[str]:
    groups = [target, actual, ["weight"], ["score"], ["reason"]]
    random.shuffle(groups)
    return [role for group in groups for role in group]
