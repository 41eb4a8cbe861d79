"""An entry of a register as it stood at a moment (某时点的记录)."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from quanheng.registers.register import Register


class Entry:
    """One entry; later events are not known yet (记录).

    Attributes:
        register: Name of its register.
        row: Its row in the file.
    """

    __slots__ = ("_at", "_columns", "_key", "_now", "register", "row")

    def __init__(self, register: Register, at: int, now: datetime) -> None:
        self.register = register.kind.name
        self.row = register.rows[at]
        self._columns = register.columns
        self._key = register.kind.key
        self._at = at
        self._now = now

    def value(self, name: str) -> Any:
        """The value of a field, None where it has none."""
        column = self._columns.get(name)
        return column[self._at] if column else None

    def moment(self, name: str) -> date | None:
        """A day or moment that has come."""
        found: date | None = self.value(name)
        return found if found is not None and has_come(found, self._now) else None

    def text(self, *names: str) -> str:
        """The texts of fields, those that are filled in."""
        return " ".join(str(v) for v in map(self.value, names) if v is not None)

    @property
    def key(self) -> tuple[str, ...]:
        """The permanent key of the entry; its row if it has none."""
        values = [self.value(name) for name in self._key]
        if not values or values[0] is None:
            return (f"row {self.row}",)
        return tuple("" if value is None else str(value) for value in values)


def has_come(moment: date, now: datetime) -> bool:
    """Whether a day has begun or a moment has passed."""
    if isinstance(moment, datetime):
        return moment <= now
    return moment <= now.date()


def entries_of(register: Register, now: datetime) -> Iterator[Entry]:
    """The entries of a register."""
    for at in range(len(register)):
        yield Entry(register, at, now)
