"""Registers of plain data for tests: every value as a text."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from quanheng.registers.kind import FieldType
from quanheng.registers.kinds import kinds
from quanheng.registers.register import Refused, Register

_READ: Mapping[FieldType, Callable[[str], Any]] = {
    FieldType.COUNT: int,
    FieldType.NUMBER: Decimal,
    FieldType.MONEY: Decimal,
    FieldType.DATE: date.fromisoformat,
    FieldType.TIME: datetime.fromisoformat,
    FieldType.YES_NO: lambda text: text == "是",
    FieldType.FILES: lambda text: tuple(text.split(";")),
}


def register_of(
    name: str, rows: Sequence[Mapping[str, str | None]], refused: Sequence[Refused] = ()
) -> Register:
    """A register whose first row is row 2 of its file."""
    kind = kinds()[name]
    columns = {
        field: [_value(kind.field(field).type, row.get(field)) for row in rows]
        for field in dict.fromkeys(field for row in rows for field in row)
    }
    numbers = range(2, len(rows) + 2)
    return Register(kind, f"{name}.csv", columns, numbers, tuple(refused))


def _value(kind: FieldType, text: str | None) -> Any:
    return None if text is None else _READ.get(kind, str)(text)
