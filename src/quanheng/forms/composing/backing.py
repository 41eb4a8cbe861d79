"""The evidence behind the computed values of a project (佐证依据)."""

from collections.abc import Sequence
from dataclasses import dataclass

from quanheng.core.computed.measured import Computed


@dataclass(frozen=True, slots=True)
class Rows:
    """The entries of one register behind a value (所据记录).

    Attributes:
        register: Title of the register.
        rows: Their row numbers in its file.
        listing: The headings and the first entries as text, without personal data.
    """

    register: str
    rows: Sequence[int]
    listing: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class BackedValue:
    """A computed value with the entries behind it (有据数值).

    Attributes:
        computed: The computed and the typed value.
        agrees: Whether both are equal; None where they can't be compared.
        sources: The entries, those of the bound register first.
    """

    computed: Computed
    agrees: bool | None
    sources: Sequence[Rows]


@dataclass(frozen=True, slots=True)
class RegisterFile:
    """The file of a register (台账文件).

    Attributes:
        title: Title of the register.
        file: Name of the file.
        entries: Number of valid rows.
        refused: Number of refused rows.
        is_closed: Whether it is complete for the period.
        digest: SHA-256 of the file in hex.
    """

    title: str
    file: str
    entries: int
    refused: int
    is_closed: bool
    digest: str


@dataclass(frozen=True, slots=True)
class Backing:
    """The evidence behind the values of one project (佐证依据).

    Attributes:
        values: The computed values: money first, then the indicators in order.
        files: The registers used.
    """

    values: Sequence[BackedValue]
    files: Sequence[RegisterFile]
