"""Personal data that no output may show (密封信息)."""

from dataclasses import dataclass, field
from typing import Final

_SHOWN: Final = "■■"


@dataclass(frozen=True, slots=True)
class Sealed:
    """A value that prints as blocks, whoever prints it (密封信息).

    Only :func:`~quanheng.tasks.unseal.unseal` opens it, for a handler who gives a
    reason, and keeps a log of it.
    """

    _value: str = field(repr=False)

    def __str__(self) -> str:
        return _SHOWN

    def __repr__(self) -> str:
        return _SHOWN

    def __format__(self, spec: str) -> str:
        return _SHOWN

    def opened(self) -> str:
        """The value itself; for the unsealing task alone."""
        return self._value
