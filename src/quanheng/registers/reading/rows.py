"""Rows of a database as a table of texts (数据库记录)."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from typing import Any, Final, TypeAlias

from quanheng.registers.kind import RegisterKind
from quanheng.registers.reading.table import RawTable
from quanheng.registers.reading.values.written import written

Rows: TypeAlias = Sequence[Mapping[str, Any]]
"""Entries, each with its values by field name; None or absent where it has none."""
_BEIJING: Final = timezone(timedelta(hours=8))


def table_of(kind: RegisterKind, rows: Rows) -> RawTable:
    """The entries as a table whose heading is row 1."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    # Required headings are needed even without entries.
    names += [f.name for f in kind.fields if f.required and f.name not in names]
    texts = [[_text(row.get(name)) for name in names] for row in rows]
    return RawTable(kind.name, kind.title.zh, [names, *texts])


def digest_of(table: RawTable) -> str:
    """SHA-256 of a table's texts in hex."""
    digest = sha256()
    for row in table.rows:
        digest.update(repr(list(row)).encode())
    return digest.hexdigest()


def _text(value: Any) -> str:
    if isinstance(value, datetime):
        local = value.astimezone(_BEIJING) if value.tzinfo else value
        return f"{local:%Y-%m-%d %H:%M:%S}"
    return written(value)
