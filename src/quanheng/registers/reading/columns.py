"""One column while it is being read: each text is understood once (列)."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.registers.kind import RegisterField
from quanheng.registers.reading.values.many import ReadMany
from quanheng.registers.reading.values.outcome import Problem, Warned

_MOST_KEPT: Final = 65_536
"""Texts that are remembered: those of a column with ever new ones never come again."""


class Column(dict[str, Any]):
    """Text → value of one field, remembered (列).

    Attributes:
        field: The field.
        entries: The values of the entries so far.
        has_problem: Whether some text held no value.
        warnings: Texts that are odd → what is odd about them.
    """

    def __init__(
        self, field: RegisterField, read: Callable[[str], Any], read_many: ReadMany
    ) -> None:
        super().__init__()
        self.field = field
        self.entries: list[Any] = []
        self.has_problem = False
        self.warnings: dict[str, Words] = {}
        self._read = read
        self._read_many = read_many
        self._new = 0

    def take(self, texts: Sequence[str]) -> list[Any]:
        """The values of texts that follow each other, problems among them."""
        if self._new * 2 > len(texts):
            # Hardly a text came again: remembering them is in vain.
            values = self._read_many(texts)
            if values is not None:
                return values
        self._new = 0
        return list(map(self.__getitem__, texts))

    def __missing__(self, text: str) -> Any:
        self._new += 1
        if len(self) >= _MOST_KEPT:
            self.clear()
        value = self._read(text)
        if type(value) is Warned:
            self.warnings[text] = value.warning
            value = value.value
        elif type(value) is Problem:
            self.has_problem = True
        self[text] = value
        return value

    def problems(self, values: Sequence[Any]) -> list[tuple[int, Problem]]:
        """Where values are none, with the problem."""
        if not self.has_problem:
            return []
        return [(at, v) for at, v in enumerate(values) if type(v) is Problem]
