"""Open the sealed fields of one entry and log the access (查看受保护信息)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.law.book import LawBook
from quanheng.registers.kind import FieldType, RegisterKind
from quanheng.registers.kinds import kinds
from quanheng.registers.masking import UNIT_ENDINGS, Mask
from quanheng.registers.register import Register
from quanheng.registers.sealed import Sealed
from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.read_evidence import read_evidence

Log: TypeAlias = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Look:
    """A request to open sealed fields (查看申请).

    Attributes:
        who: The person or office that asks.
        reason: What the data are needed for.
        at: The time, with its zone.
    """

    who: str
    reason: str
    at: datetime


@dataclass(frozen=True, repr=False)
class Unsealed:
    """The sealed fields of one entry, open (受保护字段).

    Attributes:
        kind: The register.
        row: The entry's row.
        fields: Title and value of every sealed field that is filled in.
    """

    kind: RegisterKind
    row: int
    fields: tuple[tuple[Words, str], ...]


def unseal(
    register: Register, row: int, look: Look, log: Log, book: LawBook
) -> Unsealed:
    """Open the sealed fields of an entry, once ``log`` has kept a line of it.

    Raises:
        QuanhengError: No reason is given, or there is no such entry.
    """
    if not look.reason.strip():
        raise QuanhengError(
            Words("查看受保护信息须写明理由", "to see sealed data needs a reason"),
            Words("--reason “回访核实”", '--reason "call back to verify"'),
        )
    sealed = _sealed(register, row)
    mask = Mask((register,), book.law().words(UNIT_ENDINGS))
    log(_line(look, mask.over(look.reason), register.kind.name, row))
    fields = tuple((title, value.opened()) for title, value in sealed)
    return Unsealed(register.kind, row, fields)


def named_register(folder: Folder, name: str, book: LawBook) -> Register:
    """The register of a folder by its English or Chinese name.

    Raises:
        QuanhengError: The folder has none.
        UnreadableFileError: The folder's settings are wrong.
    """
    registers = read_evidence(folder, book).registers
    for register in registers.values():
        if name in (register.kind.name, register.kind.title.zh):
            return register
    known = [kind.name for kind in kinds().values() if kind.name in registers]
    raise QuanhengError(
        Words(
            f"{folder.name} 中无台账“{name}”",
            f"{folder.name} has no register “{name}”",
        ),
        Words(
            f"现有：{'、'.join(known) or '无'}", f"it has: {', '.join(known) or 'none'}"
        ),
    )


def _sealed(register: Register, row: int) -> list[tuple[Words, Sealed]]:
    if row not in register.rows:
        raise QuanhengError(
            Words(
                f"{register.kind.title.zh}第{row}行无计入的记录",
                f"row {row} of {register.kind.name} is no entry that counts",
            ),
            Words(
                "行号按文件中的行数，首行为 1",
                "rows are numbered as in the file, the first one is 1",
            ),
        )
    at = list(register.rows).index(row)
    return [
        (field.title, value)
        for field in register.kind.fields
        if field.type is FieldType.SEALED
        and (value := register.column(field.name)[at]) is not None
    ]


def _line(look: Look, reason: str, register: str, row: int) -> str:
    said = (look.at.isoformat(timespec="seconds"), look.who, register, row, reason)
    return "\t".join(" ".join(str(part).split()) for part in said) + "\n"
