"""One column while it is being read; each distinct text is parsed once (列)."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.registers.kind import RegisterField
from quanheng.registers.reading.values.many import ReadMany
from quanheng.registers.reading.values.outcome import Problem, Warned

_MOST_KEPT: Final = 65_536
"""Texts that are cached; in a column of distinct texts the cache is useless."""


class Column(dict[str, Any]):
    """Cache of text → value of one field, with the values so far (列).

    Attributes:
        field: The field.
        entries: The values of the entries so far.
        has_problem: Whether some text was no value.
        warnings: Text → the warning about it.
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
        """The values of consecutive texts, problems included."""
        if self._new * 2 > len(texts):
            # Few texts were repeated: the cache is useless.
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
        """Positions of problems among the values."""
        if not self.has_problem:
            return []
        return [(at, v) for at, v in enumerate(values) if type(v) is Problem]
