"""A register as it was read: columns of values, and refused rows (台账)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quanheng.core.bilingual import Words
from quanheng.registers.kind import RegisterKind


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that does not count because it can't be read (不能计入的行).

    Attributes:
        row: Its number in the file; the first row is 1.
        field: Title of the column at fault; empty for the whole row.
        reason: What is wrong and what to do; holds no personal data.
        repeats: Row of the entry that it repeats; 0 if it can't be read.
    """

    row: int
    field: str
    reason: Words
    repeats: int = 0


@dataclass(frozen=True, slots=True)
class Noted:
    """A note on rows or a column of a register (提示).

    Attributes:
        field: Title of the column; empty for whole rows.
        reason: What is odd and how it was treated; holds no personal data.
        rows: The rows; empty for a note on the column itself.
    """

    field: str
    reason: Words
    rows: Sequence[int] = ()


@dataclass(frozen=True)
class Register:
    """The entries of one register, by column (台账).

    A million entries must fit: values are shared where they repeat.

    Attributes:
        kind: Its kind.
        file: Name of its file, the sheet added for a workbook: 台账.xlsx#活动.
        columns: Name of a field → its values, one for each entry; None where an entry
            has no value. Fields without a column in the file are left out.
        rows: Row number in the file of each entry.
        refused: The refused rows, each once, with the reasons.
        digest: SHA-256 of the file in hex.
        noted: Notes on rows that count, and on columns that were not read.
        blank: Number of rows below the header without any text.
        samples: Number of the template's sample rows; they don't count.
        asides: Rows of totals and notes; they don't count either.
    """

    kind: RegisterKind
    file: str
    columns: Mapping[str, Sequence[Any]]
    rows: Sequence[int]
    refused: tuple[Refused, ...] = ()
    digest: str = ""
    noted: tuple[Noted, ...] = ()
    blank: int = 0
    samples: int = 0
    asides: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def row_count(self) -> int:
        """Rows below the header: entries and all others."""
        others = self.blank + self.samples + len(self.asides)
        return len(self.rows) + len(self.refused) + others

    def column(self, name: str) -> Sequence[Any]:
        """The values of a field; all None where the file lacks its column."""
        return self.columns.get(name) or (None,) * len(self.rows)
