"""The values that a condition allows in a field (筛选条件)."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from quanheng.core.bilingual import NO_WORDS, Words, listed
from quanheng.core.computed.binding import Condition
from quanheng.core.errors import QuanhengError
from quanheng.evidence.measures.base.ask import Ask
from quanheng.registers.kind import FieldType, RegisterField

BLANK: Final = ""
"""The condition value for an entry whose field is blank."""

_YES_NO: Final = {"是": True, "true": True, "yes": True} | {
    "否": False, "false": False, "no": False
}  # fmt: skip

_READERS: Final[dict[FieldType, Callable[[str], Any]]] = {
    FieldType.TEXT: str,
    FieldType.CHOICE: str,
    FieldType.COUNT: Decimal,
    FieldType.NUMBER: Decimal,
    FieldType.MONEY: Decimal,
    FieldType.DATE: date.fromisoformat,
    FieldType.YES_NO: lambda text: _YES_NO[text.lower()],
}
"""No reader for sealed values, files and times: no condition is on them."""


def fitting(ask: Ask, condition: Condition) -> tuple[RegisterField, frozenset[Any]]:
    """The field of a condition and the values of it that fit.

    Raises:
        QuanhengError: There is no such field, or it can't have such a value.
    """
    field = ask.field(condition.field, *_READERS)
    return field, frozenset(_value(field, text) for text in condition.values)


def in_words(condition: Condition) -> Words:
    """The values of a condition as a sentence names them: 市级、空白."""
    return listed(text or Words("空白", "blank") for text in condition.values)


def _value(field: RegisterField, text: str) -> Any:
    if text == BLANK:
        return None
    try:
        value = _READERS[field.type](text)
    except (ValueError, KeyError, InvalidOperation):
        raise _unfit(field, text) from None
    if field.type is FieldType.CHOICE and value not in field.choices:
        raise _unfit(field, text)
    return value


def _unfit(field: RegisterField, text: str) -> QuanhengError:
    known = "、".join(field.choices)
    hint = Words(f"可选值：{known}", f"choices: {known}") if known else NO_WORDS
    message = Words(
        f"字段“{field.title.zh}”不会有值“{text}”",
        f"the field {field.name} can't say “{text}”",
    )
    return QuanhengError(message, hint)
