"""Write comments or notes into a copy of the user's file (批注文件)."""

from collections.abc import Callable, Sequence
from datetime import date
from importlib import import_module
from typing import Final, cast

from quanheng.annotate.note import Note, Signature
from quanheng.core.bilingual import Words
from quanheng.core.errors import QuanhengError
from quanheng.readers.detect import Format, detect

_AUTHOR: Final = "权衡 quanheng"
_INITIALS: Final = "权衡"
_WRITERS: Final = {
    Format.DOCX: ("quanheng.annotate.docx.comments", "with_comments"),
    Format.XLSX: ("quanheng.annotate.xlsx.notes", "with_notes"),
}


def signed_on(day: date) -> Signature:
    """The signature of quanheng's own notes."""
    return Signature(_AUTHOR, _INITIALS, day)


def annotate_file(
    data: bytes, name: str, notes: Sequence[Note], by: Signature
) -> bytes:
    """A copy with Word comments, or with cell notes and colours in a workbook.

    The report in it stays the same, as does every other byte of its parts.

    Args:
        data: The file's bytes.
        name: Its name, for messages.
        notes: The notes, the gravest first.
        by: Author and day of the notes.

    Raises:
        QuanhengError: A file of this type can't have notes.
        UnreadableFileError: The file is damaged.
    """
    found = detect(data)
    if found not in _WRITERS:
        raise QuanhengError(
            Words(
                f"{name} 无法写入批注：仅 docx、xlsx 文件可写入",
                f"{name} can't hold notes: only docx and xlsx files can",
            ),
            Words(
                "可用 --format html 或 --format xlsx 查看问题",
                "see the findings with --format html or --format xlsx",
            ),
        )
    module, function = _WRITERS[found]
    write = cast(
        "Callable[[bytes, Sequence[Note], Signature], bytes]",
        getattr(import_module(module), function),
    )
    return write(data, notes, by)
