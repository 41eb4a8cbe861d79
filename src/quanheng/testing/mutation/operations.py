"""What a mutation does to the text at one place (改动)."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_YEAR: Final = re.compile(r"20\d\d")


def year_of(record: Mapping[str, Any]) -> int:
    """The evaluation year of a record."""
    found = _YEAR.search(str(record.get("project", {}).get("year", "")))
    return int(found[0]) if found else 0


def changed(old: Any, change: Any, year: int) -> Any:
    """A value after a change; the value itself where the change can't be made.

    Args:
        old: The text or mapping.
        change: A text to put, with the holes ``{old}``, ``{year}``, ``{next}`` and
            ``{last}`` (``{weight}`` alone for that of the row); a mapping of key to change; or one of ``{sub: [pattern, text]}``,
            ``{add: number}``, ``{times: number}``, ``{append: text}``,
            ``{extend: items}``; or items that stand as they are.
        year: The evaluation year.
    """
    if isinstance(change, str):
        return _filled(change, old, year)
    if isinstance(change, list):
        return [changed("", item, year) for item in change]
    verb = next(iter(change))
    if verb not in _VERBS:
        return _merged(old or {}, change, year)
    argument = change[verb]
    if verb == "extend":
        return [*(old or ()), *changed("", argument, year)]
    if not isinstance(old, str):
        return old
    if verb == "sub":
        return re.sub(argument[0], _filled(argument[1], old, year), old)
    if verb == "append":
        return old + _filled(argument, old, year)
    return _recounted(old, verb, Decimal(argument))


_VERBS: Final = ("sub", "add", "times", "append", "extend")


def _filled(text: str, old: Any, year: int) -> str:
    holes = {"{old}": old, "{year}": year, "{next}": year + 1, "{last}": year - 1}
    for hole, value in holes.items():
        text = text.replace(hole, str(value))
    return text


def _merged(old: Any, change: Mapping[str, Any], year: int) -> Any:
    result = dict(old)
    for key, inner in change.items():
        if inner is None:
            result.pop(key, None)
        else:
            # The points of a row are the one thing that another cell of it decides.
            weight = str(result.get("weight", ""))
            text = changed(result.get(key, ""), inner, year)
            result[key] = weight if text == "{weight}" else text
    return result


def _recounted(old: str, verb: str, by: Decimal) -> str:
    """The first number raised or multiplied, as many decimals kept."""
    found = _NUMBER.search(old)
    if found is None:
        return old
    number = Decimal(found[0])
    value = number + by if verb == "add" else number * by
    text = f"{value.quantize(number):f}"
    return old[: found.start()] + text + old[found.end() :]
