"""Conversion of a parameter's value to the expected type (取值类型)."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any


def as_number(value: object) -> Decimal:
    """The value, which must be a number."""
    if not isinstance(value, Decimal):
        raise TypeError(f"no number: {value!r}")
    return value


def as_list(value: object) -> Sequence[Any]:
    """The value, which must be a list."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise TypeError(f"no list: {value!r}")
    return value


def as_numbers(value: object) -> tuple[Decimal, ...]:
    """The value, which must be a list of numbers."""
    return tuple(as_number(number) for number in as_list(value))


def as_words(value: object) -> tuple[str, ...]:
    """The value, which must be a list of words."""
    return tuple(str(word) for word in as_list(value))


def as_word_lists(value: object) -> tuple[tuple[str, ...], ...]:
    """The value, which must be a list of lists of words."""
    return tuple(as_words(words) for words in as_list(value))


def as_table(value: object) -> Mapping[str, Any]:
    """The value, which must be a mapping."""
    if not isinstance(value, Mapping):
        raise TypeError(f"no mapping: {value!r}")
    return value


def as_word_groups(value: object) -> Mapping[str, tuple[str, ...]]:
    """The value, which must be a mapping of lists of words."""
    return {key: as_words(words) for key, words in as_table(value).items()}


def as_records(value: object) -> tuple[Mapping[str, Any], ...]:
    """The value, which must be a list of mappings."""
    return tuple(as_table(record) for record in as_list(value))
