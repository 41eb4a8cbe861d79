"""Personal data that no output may show (密封信息)."""

from typing import Any, Final, NoReturn

LOG_NAME: Final = "unseal.log"
"""File of an evidence folder that says who looked at what, when and why."""
_SHOWN: Final = "■■"


class Sealed:
    """A value that prints as blocks, whoever prints it (密封信息).

    Only :func:`~quanheng.tasks.unseal.unseal` opens it, for a handler who gives a
    reason, and keeps a log of it. Two are equal if their values are, so that entries
    of one source can be found without being looked at. It is no dataclass, for those
    tell their fields to any walker; and it can't be pickled.
    """

    __slots__ = ("_value",)

    def __init__(self, value: str) -> None:
        self._value = value

    def __str__(self) -> str:
        return _SHOWN

    def __repr__(self) -> str:
        return _SHOWN

    def __format__(self, spec: str) -> str:
        return _SHOWN

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

    def blocked_out(self, text: str) -> str:
        """A text with the value replaced by blocks wherever it stands in it."""
        # A single sign is no name, and would block out half a text.
        return text.replace(self._value, _SHOWN) if len(self._value) > 1 else text

    def opened(self) -> str:
        """The value itself; for the unsealing task alone."""
        return self._value
