"""The text of a value in a cell (取值的书写)."""

from datetime import datetime
from decimal import Decimal
from typing import Any

from quanheng.core.quantity import plain
from quanheng.registers.reading.values.choices import NO, YES


def written(value: Any) -> str:
    """A value as a person would write it into its cell."""
    match value:
        case None:
            return ""
        case bool():
            return YES if value else NO
        case Decimal() | int():
            return plain(Decimal(value))
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case tuple():
            return "；".join(value)
        case _:
            return str(value)
