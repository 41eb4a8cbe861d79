"""Reading of a cell's text as the value of its field, one type a file (单元格取值)."""

from collections.abc import Callable, Mapping
from typing import Any

from quanheng.core.bilingual import Words
from quanheng.core.quantity import Unit
from quanheng.registers.kind import FieldType, RegisterField
from quanheng.registers.reading.values.choices import choice_reader, yes_no_reader
from quanheng.registers.reading.values.dates import day_reader, time_reader
from quanheng.registers.reading.values.files import file_names
from quanheng.registers.reading.values.numbers import number_reader
from quanheng.registers.reading.values.outcome import Circumstances, Problem
from quanheng.registers.reading.values.texts import text_reader
from quanheng.registers.sealed import Sealed

_BLANKS = frozenset({"-", "--", "—", "——", "/", "\\", "无", "暂无", "N/A"})
"""Marks for an empty cell; in a text field they are the text."""
_BLANKS_HOLD = frozenset(
    {
        FieldType.COUNT,
        FieldType.NUMBER,
        FieldType.MONEY,
        FieldType.DATE,
        FieldType.TIME,
        FieldType.FILES,
    }
)
_MISSING = Problem(Words("必填，不得为空", "required, must not be blank"))


def cell_reader(
    field: RegisterField, unit: Unit | None, given: Circumstances
) -> Callable[[str], Any]:
    """A function from a cell's text to its value, a ``Problem`` or a ``Warned``.

    The unit is that of the column's heading, None if it has none.
    """
    read = _OF_TYPE[field.type](field, unit, given)
    blanks = _BLANKS if field.type in _BLANKS_HOLD else frozenset()
    absent = _MISSING if field.required else None

    def value(text: str) -> Any:
        text = text.strip()
        return absent if not text or text in blanks else read(text)

    return value


_OF_TYPE: Mapping[
    FieldType,
    Callable[[RegisterField, Unit | None, Circumstances], Callable[[str], Any]],
] = {
    FieldType.TEXT: lambda field, unit, given: text_reader(given),
    FieldType.CHOICE: lambda field, unit, given: choice_reader(field, given),
    FieldType.YES_NO: lambda field, unit, given: yes_no_reader(field, given),
    FieldType.COUNT: number_reader,
    FieldType.NUMBER: number_reader,
    FieldType.MONEY: number_reader,
    FieldType.DATE: lambda field, unit, given: day_reader(given),
    FieldType.TIME: lambda field, unit, given: time_reader(given),
    FieldType.FILES: lambda field, unit, given: file_names,
    FieldType.SEALED: lambda field, unit, given: Sealed,
}
