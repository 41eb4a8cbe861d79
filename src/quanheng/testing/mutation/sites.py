"""Places of a record by a path with wildcards, and changes at one of them (位置)."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, Final

Record = dict[str, Any]
"""A report as plain data; a leaf is a text."""
Steps = tuple[str | int, ...]
"""The keys and positions that lead to one place."""

_PART: Final = re.compile(r"(?P<keys>[^.\[\]]+)|\[(?P<items>[^\]]+)\]")
_ANY: Final = "*"
_ROWS: Final = "indicators"


def sites(record: Record, path: str) -> tuple[Steps, ...]:
    """Every place that a path names, in reading order.

    Args:
        record: The report.
        path: Keys with dots between them, empty for the whole report; ``a|b`` for
            several and ``*`` for all; ``[0]``, ``[-1]``, ``[*]`` and
            ``[chapter=problems]`` for items.
    """
    found: list[tuple[Steps, Any]] = [((), record)]
    for part in _PART.finditer(path):
        found = [
            ((*steps, step), inner)
            for steps, data in found
            for step, inner in _below(data, part)
        ]
    return tuple(steps for steps, _ in found)


def _below(data: Any, part: re.Match[str]) -> Iterator[tuple[str | int, Any]]:
    if part["keys"] is not None:
        if isinstance(data, Mapping):
            keys = tuple(data) if part["keys"] == _ANY else part["keys"].split("|")
            yield from ((key, data[key]) for key in keys if key in data)
        return
    if isinstance(data, list):
        yield from _chosen(data, part["items"])


def _chosen(data: list[Any], items: str) -> Iterator[tuple[int, Any]]:
    key, equals, value = items.partition("=")
    for position, item in enumerate(data):
        if equals:
            keep = re.fullmatch(value, str(item.get(key, ""))) is not None
        else:
            keep = items == _ANY or int(items) in (position, position - len(data))
        if keep:
            yield position, item


def value_at(record: Record, steps: Steps) -> Any:
    """What stands at a place."""
    data: Any = record
    for step in steps:
        data = data[step]
    return data


def with_value(record: Record, steps: Steps, value: Any) -> Record:
    """A copy of the record with another value at a place; None takes it out."""
    if not steps:
        return dict(value)
    result = deepcopy(record)
    inner = value_at(result, steps[:-1])
    if value is None:
        del inner[steps[-1]]
    else:
        inner[steps[-1]] = value
    return result


def with_items(record: Record, steps: Steps, *items: Any) -> Record:
    """A copy of the record with other items in the stead of one of a list."""
    result = deepcopy(record)
    position = steps[-1]
    if isinstance(position, int):
        value_at(result, steps[:-1])[position : position + 1] = items
    return result


def row_of(record: Record, steps: Steps) -> Record | None:
    """The indicator row that a place lies in, None elsewhere."""
    if _ROWS not in steps:
        return None
    row = value_at(record, steps[: steps.index(_ROWS) + 2])
    return row if isinstance(row, dict) else None
