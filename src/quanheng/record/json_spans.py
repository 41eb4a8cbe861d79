"""Positions of values in a JSON text (JSON 值的位置)."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

Span = tuple[int, int]
_BLANK: Final = re.compile(r"[ \t\n\r]*")
_DECODER: Final = json.JSONDecoder()


def json_span(text: str, keys: list[str | int]) -> Span | None:
    """Begin and end of the value at a key path, None if there is none.

    Of repeated keys the last one counts, as in parsers.
    """
    at = _after_blank(text, 0)
    for key in keys:
        found = [start for name, start in _members(text, at) if name == key]
        if not found:
            return None
        at = found[-1]
    return at, _value(text, at)[1]


def _members(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    """The key, or the number, and the start of each value of an object or a list."""
    if text[at] not in "{[":
        return
    is_object, at, number = text[at] == "{", _after_blank(text, at + 1), 0
    while text[at] not in "]}":
        name: str | int = number
        if is_object:
            name, at = _value(text, at)
            at = _after_blank(text, _after_blank(text, at) + 1)
        yield name, at
        at = _after_blank(text, _value(text, at)[1])
        if text[at] == ",":
            at = _after_blank(text, at + 1)
        number += 1


def _value(text: str, at: int) -> tuple[Any, int]:
    return _DECODER.raw_decode(text, at)


def _after_blank(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at
