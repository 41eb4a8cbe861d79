"""An evidence folder, wherever its files are kept (台账文件夹)."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final, Protocol

from quanheng.core.bilingual import Words
from quanheng.core.bounded import LARGEST_FILE, over
from quanheng.core.errors import UnreadableFileError
from quanheng.registers.reading.rows import Rows

_OF_PROGRAMS: Final = ("~$", ".")
"""Beginnings of the names of temporary and hidden files."""


class Folder(Protocol):
    """Files by name, and registers that are no files (台账文件夹).

    A name is the path below the folder with ``/`` between its parts.
    """

    @property
    def name(self) -> str:
        """How messages name it."""

    def names(self) -> Collection[str]:
        """Every file in it and below, symbolic links included."""

    def is_link(self, name: str) -> bool:
        """Whether it is a symbolic link, which is never followed."""

    def size(self, name: str) -> int:
        """The bytes of a file."""

    def read(self, name: str) -> bytes:
        """The content of a file.

        Raises:
            OSError: It can't be opened.
            UnreadableFileError: It is damaged or protected.
        """

    def digest(self, name: str) -> str:
        """SHA-256 of a file in hex, however large it is; raises like ``read``."""

    def rows(self) -> Mapping[str, Rows]:
        """Registers from a database: name of a kind → its rows by field name."""


def files_in(folder: Folder) -> Iterator[str]:
    """The names of all files but temporary and hidden ones, in order."""
    for name in sorted(folder.names(), key=lambda name: name.split("/")):
        if not PurePosixPath(name).name.startswith(_OF_PROGRAMS):
            yield name


def read_whole(folder: Folder, name: str) -> bytes:
    """The bytes of a file of a size that can be read.

    Raises:
        UnreadableFileError: It is too large, damaged or protected.
    """
    if folder.size(name) > LARGEST_FILE:
        raise over(LARGEST_FILE)
    return folder.read(name)


def own_file(folder: Folder, name: str) -> bytes | None:
    """A file with settings of the folder, None if there is none or only a link.

    Raises:
        UnreadableFileError: It is too large, damaged or protected.
    """
    if name not in folder.names() or folder.is_link(name):
        return None
    return read_whole(folder, name)


def own_text(folder: Folder, name: str) -> str | None:
    """The text of such a file: settings, bindings.

    Raises:
        UnreadableFileError: It is too large or damaged, or not in UTF-8.
    """
    data = own_file(folder, name)
    try:
        return None if data is None else data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(
            Words(f"{name} 不是 UTF-8 文本", f"{name} is not UTF-8 text"),
            Words("请另存为 UTF-8", "save it as UTF-8"),
        ) from error


def refuse_link(folder: Folder, name: str) -> None:
    """Refuse a settings file of the folder that is a link.

    Raises:
        UnreadableFileError: It is one.
    """
    if folder.is_link(name):
        raise UnreadableFileError(
            Words(f"{name} 是符号链接，未读取", f"{name} is a symbolic link"),
            Words("请放入文件本身", "put the file itself into the folder"),
        )
