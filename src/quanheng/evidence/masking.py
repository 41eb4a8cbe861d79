"""Sealed values of registers that stand open somewhere else (遮盖密封信息)."""

from collections.abc import Iterable

from quanheng.evidence.kind import FieldType
from quanheng.evidence.register import Register
from quanheng.evidence.sealed import Sealed


class Mask:
    """Blocks out in any text what some registers hold sealed (遮盖)."""

    def __init__(self, registers: Iterable[Register]) -> None:
        self._sealed: set[Sealed] = {
            value
            for register in registers
            for field in register.kind.fields
            if field.type is FieldType.SEALED
            for value in register.columns.get(field.name, ())
            if value is not None
        }

    def over(self, text: str) -> str:
        """A text with blocks in place of sealed values."""
        for value in self._sealed:
            text = value.blocked_out(text)
        return text
