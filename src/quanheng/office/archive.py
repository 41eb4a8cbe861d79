"""Open zip archives safely (压缩包)."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipExtFile, ZipFile, ZipInfo

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, password_protected, too_large

_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_METHODS: Final = frozenset({ZIP_STORED, ZIP_DEFLATED})
"""Compressions that office programs write; others may expand without bound."""
_ENCRYPTED: Final = 0x1
_FAULTS: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    struct.error,
    zlib.error,
)
"""Errors raised by damaged archives or unknown versions."""


def open_archive(data: bytes, most_files: int) -> ZipFile:
    """Open the archive in some bytes.

    Raises:
        UnreadableFileError: It is damaged, or has too many files.
    """
    if data.count(_DIRECTORY_ENTRY) > most_files:
        raise too_large(
            Words(
                f"文件包内的部件超过{most_files}个",
                f"it has more than {most_files:,} parts",
            )
        )
    try:
        return ZipFile(BytesIO(data))
    except _FAULTS as error:
        raise _incomplete() from error


@contextmanager
def open_member(archive: ZipFile, info: ZipInfo) -> Iterator[ZipExtFile]:
    """Open a file of an archive, which never expands beyond its declared size.

    Raises:
        UnreadableFileError: It is damaged or encrypted.
    """
    if info.flag_bits & _ENCRYPTED:
        raise password_protected()
    if info.compress_type not in _METHODS:
        raise _incomplete()
    try:
        with cast("ZipExtFile", archive.open(info)) as member:
            yield member
    except _FAULTS as error:
        raise _incomplete() from error


def _incomplete() -> Exception:
    return damaged(Words("压缩包不完整", "its zip archive is incomplete"))
