"""Sellers by number, and the poor households among them (供货主体)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from quanheng.registers.register import Register

_NOT_ENTITLED: Final = "否"


@dataclass(frozen=True, slots=True)
class Sellers:
    """The producers by number; no name of a household is kept (供货主体).

    Attributes:
        numbers: Number or name of a unit → number.
        poor: Numbers of the 脱贫户 and 监测户.
    """

    numbers: Mapping[str, str]
    poor: frozenset[str]

    def number(self, text: str) -> str:
        """The number for a number or name; the text itself if unknown."""
        return self.numbers.get(text.strip(), text.strip())


def sellers_of(register: Register | None) -> Sellers:
    """The sellers of a register of producers; without one nobody comes first."""
    if register is None:
        return Sellers({}, frozenset())
    columns = (register.column(name) for name in ("producer", "name", "assisted"))
    rows = list(zip(*columns, strict=True))
    numbers = {number: number for number, _, _ in rows}
    for number, name, _ in rows:
        if name is not None:
            numbers.setdefault(name, number)
    poor = {number for number, _, kind in rows if kind not in {None, _NOT_ENTITLED}}
    return Sellers(numbers, frozenset(poor))
