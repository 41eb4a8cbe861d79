"""Sealed values of registers that stand open somewhere else (遮盖受保护信息)."""

from collections.abc import Iterable, Sequence
from typing import Final

from quanheng.registers.kind import FieldType, RegisterField
from quanheng.registers.register import Register
from quanheng.registers.sealed import SHOWN, Sealed

UNIT_ENDINGS: Final = "words.unit_endings"
_KEEPER: Final = "entered_by"
_SHORTEST: Final = 2
"""Signs of a name; a single sign would block out half a text."""


class Mask:
    """Blocks out in any text what some registers hold sealed (遮盖).

    Every stretch of a text is looked up by itself, so that a hundred thousand sealed
    values take no longer than one.
    """

    def __init__(self, registers: Iterable[Register], offices: Sequence[str]) -> None:
        """Look up what is sealed.

        Args:
            registers: The registers.
            offices: How names of units end: 科, 局. In a field for those who keep a
                register often stands the office, and that may be named.
        """
        self._sealed = frozenset(
            value
            for register in registers
            for field in register.kind.fields
            if field.type is FieldType.SEALED
            for value in set(register.columns.get(field.name, ()))
            if value is not None and _is_personal(value, register, field, offices)
        )
        lengths = {value.length for value in self._sealed}
        self._lengths = sorted(lengths, reverse=True)

    def over(self, text: str) -> str:
        """A text with blocks in place of sealed values."""
        for length in self._lengths:
            at = 0
            while at + length <= len(text):
                if Sealed(text[at : at + length]) in self._sealed:
                    text = text[:at] + SHOWN + text[at + length :]
                at += 1
        return text


def _is_personal(
    value: Sealed, register: Register, field: RegisterField, offices: Sequence[str]
) -> bool:
    if value.length < _SHORTEST:
        return False
    may_be_office = field.name == _KEEPER or not register.kind.confidential
    return not (may_be_office and value.ends_like(offices))
