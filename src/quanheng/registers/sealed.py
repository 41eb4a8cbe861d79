"""Personal data that no output shows (受保护信息)."""

from collections.abc import Sequence
from typing import Any, Final, NoReturn

LOG_NAME: Final = "unseal.log"
"""File of an evidence folder that logs who opened sealed fields, when and why."""
SHOWN: Final = "■■"
"""Printed instead of a sealed value."""


class Sealed:
    """A personal value that always prints as blocks (受保护信息).

    Only :func:`~quanheng.tasks.evidence.unseal.unseal` opens it, for a reason that is
    logged. Equal values compare equal, so that entries of one source can be found
    without opening them. It is no dataclass, whose fields could be listed, and it can't
    be pickled.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __str__(self) -> str:
        return SHOWN

    def __repr__(self) -> str:
        return SHOWN

    def __format__(self, spec: str) -> str:
        return SHOWN

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)

    def __copy__(self) -> "Sealed":
        return self

    def __deepcopy__(self, memo: Any) -> "Sealed":
        return self

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError("sealed values are never written out")

    @property
    def length(self) -> int:
        """Its number of characters."""
        return len(self._value)

    def ends_like(self, endings: Sequence[str]) -> bool:
        """Whether it ends in one of some words and is longer."""
        return any(
            self._value.endswith(word) and len(self._value) > len(word)
            for word in endings
        )

    def opened(self) -> str:
        """The value itself; only for the unsealing task."""
        return self._value
