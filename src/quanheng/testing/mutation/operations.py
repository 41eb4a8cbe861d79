"""What a mutation does to the value at one place (改动)."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final

_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_YEAR: Final = re.compile(r"20\d\d")
_WEIGHT: Final = "{weight}"


def year_of(record: Mapping[str, Any]) -> int:
    """The evaluation year of a record, 0 where it names none."""
    found = _YEAR.search(str(record.get("project", {}).get("year", "")))
    return int(found[0]) if found else 0


def changed(old: Any, change: Any, year: int) -> Any:
    """A value after a change; the value itself where the change can't be made.

    Args:
        old: A text, a mapping or a list.
        change: A text or a list to put; a mapping of key to change, null to drop the
            key; or one of ``{sub: [pattern, text]}``, ``{add: number}``,
            ``{times: number}``, ``{append: text}``, ``{extend: list}``. Texts may
            hold ``{old}``, ``{year}``, ``{next}`` and ``{last}``; ``{weight}`` alone
            is the weight of the same row.
        year: The evaluation year.
    """
    if isinstance(change, str):
        return _filled(change, old, year)
    if isinstance(change, list):
        return [changed("", item, year) for item in change]
    verb = next(iter(change))
    if verb in _TO_TEXT:
        argument = change[verb]
        return _TO_TEXT[verb](old, argument, year) if isinstance(old, str) else old
    if verb == "extend":
        return [*(old or ()), *changed("", change[verb], year)]
    return _merged(old or {}, change, year)


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
        elif inner == _WEIGHT:
            result[key] = result["weight"]
        else:
            result[key] = changed(result.get(key, ""), inner, year)
    return result


def _substituted(old: str, argument: tuple[str, str], year: int) -> str:
    return re.sub(argument[0], _filled(argument[1], old, year), old)


def _appended(old: str, argument: str, year: int) -> str:
    return old + _filled(argument, old, year)


def _raised(old: str, argument: str, _year: int) -> str:
    return _recounted(old, lambda number: number + Decimal(argument))


def _multiplied(old: str, argument: str, _year: int) -> str:
    return _recounted(old, lambda number: number * Decimal(argument))


def _recounted(old: str, count: Callable[[Decimal], Decimal]) -> str:
    """The text with its first number counted anew, as many decimals kept."""
    found = _NUMBER.search(old)
    if found is None:
        return old
    number = Decimal(found[0])
    text = f"{count(number).quantize(number):f}"
    return old[: found.start()] + text + old[found.end() :]


_TO_TEXT: Final[Mapping[str, Callable[[str, Any, int], str]]] = {
    "sub": _substituted,
    "append": _appended,
    "add": _raised,
    "times": _multiplied,
}
