"""Masking of sealed values in other texts (遮盖受保护信息)."""

from collections.abc import Iterable, Sequence
from typing import Final

from quanheng.registers.kind import FieldType, RegisterField
from quanheng.registers.register import Register
from quanheng.registers.sealed import SHOWN, Sealed

UNIT_ENDINGS: Final = "words.unit_endings"
_KEEPER: Final = "entered_by"
_SHORTEST: Final = 2
"""Signs of a name; a single sign would mask half a text."""


class Mask:
    """Masks the sealed values of some registers in any text (遮盖).

    Stretches of the text are looked up, so the time does not depend on the number of
    sealed values. ``offices`` are the ends of names of units (科, 局): the field for
    the keeper of a register often holds the office, which is not masked.
    """

    def __init__(self, registers: Iterable[Register], offices: Sequence[str]) -> None:
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
        """A text with its sealed values masked."""
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
