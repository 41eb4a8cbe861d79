"""Rows that take no part, gathered by reason (不参加对接的记录)."""

from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import LeftOut


class Leaving:
    """The rows of a register that are left out while it is gone through."""

    def __init__(self) -> None:
        self._rows: dict[Words, list[int]] = {}

    def leave(self, row: int, reason: Words) -> None:
        """Leave a row out."""
        self._rows.setdefault(reason, []).append(row)

    def all(self) -> tuple[LeftOut, ...]:
        """What was left out, each reason once."""
        return tuple(
            LeftOut(reason, tuple(sorted(rows))) for reason, rows in self._rows.items()
        )
