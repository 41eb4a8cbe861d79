"""Reading of files up to a size limit (读入上限)."""

from typing import BinaryIO, Final

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.core.refusals import about, too_large

LARGEST_FILE: Final = 200 * 1024 * 1024
"""Bytes of a file: a report with many pictures has 50 MB, and the whole file and
its parts are held in memory."""


def over(limit: int) -> UnreadableFileError:
    """The error for a file larger than the limit in bytes."""
    return too_large(Words(f"超过 {limit >> 20} MB", f"more than {limit >> 20} MB"))


def read_bounded(stream: BinaryIO, name: str) -> bytes:
    """All bytes of a stream, which may be endless; its name is for messages.

    Raises:
        UnreadableFileError: It is longer than a file may be.
    """
    data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise about(name, over(LARGEST_FILE))
    return data
