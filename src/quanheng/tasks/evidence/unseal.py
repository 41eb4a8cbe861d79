"""Show the sealed fields of one entry, and log that they were seen (查看受保护信息)."""

import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError, UnreadableFileError
from quanheng.law.load import load_book
from quanheng.registers.kind import FieldType, RegisterKind
from quanheng.registers.kinds import kinds
from quanheng.registers.masking import UNIT_ENDINGS, Mask
from quanheng.registers.register import Register
from quanheng.registers.sealed import LOG_NAME, Sealed
from quanheng.tasks.evidence.read_evidence import read_evidence

_OWNER_ONLY = 0o600
# Windows has no such flag, and hardly any links.
_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class Look:
    """Who looks, why and when (查看申请).

    Attributes:
        who: The person or office.
        reason: What it is needed for.
        at: The moment, with its zone.
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


def unseal(folder: Path, name: str, row: int, look: Look) -> Unsealed:
    """Open the sealed fields of an entry; nothing is shown that is not logged first.

    Args:
        folder: The evidence folder.
        name: Name of the register, English or Chinese.
        row: The entry's row in its file.
        look: Who looks, why and when.

    Raises:
        QuanhengError: No reason is given, or there is no such entry.
        UnreadableFileError: There is no such folder, or its log can't be written.
    """
    if not look.reason.strip():
        raise QuanhengError(
            Words("查看受保护信息须写明理由", "to see sealed data needs a reason"),
            Words("--reason “回访核实”", '--reason "call back to verify"'),
        )
    register = _register(folder, name)
    sealed = _sealed(register, row)
    mask = Mask((register,), load_book().law().words(UNIT_ENDINGS))
    _log(folder, look, mask.over(look.reason), register.kind.name, row)
    fields = tuple((title, value.opened()) for title, value in sealed)
    return Unsealed(register.kind, row, fields)


def _register(folder: Path, name: str) -> Register:
    registers = read_evidence(folder).registers
    for register in registers.values():
        if name in (register.kind.name, register.kind.title.zh):
            return register
    known = [kind.name for kind in kinds().values() if kind.name in registers]
    raise QuanhengError(
        Words(f"{folder} 中无台账“{name}”", f"{folder} has no register “{name}”"),
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


def _log(folder: Path, look: Look, reason: str, register: str, row: int) -> None:
    said = (look.at.isoformat(timespec="seconds"), look.who, register, row, reason)
    line = "\t".join(" ".join(str(part).split()) for part in said) + "\n"
    path = folder / LOG_NAME
    try:
        with open(os.open(path, _APPEND, _OWNER_ONLY), "ab") as log:
            log.write(line.encode())
    except OSError as error:
        raise UnreadableFileError(
            Words(
                f"无法写入查看记录 {path}：{error.strerror}",
                f"can't write the log {path}: {error.strerror}",
            ),
            Words(
                "查看情况须留有记录，无法记录时不予显示",
                "what is not logged is not shown",
            ),
        ) from error
