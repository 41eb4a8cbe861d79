"""Evidence folders on disk (磁盘上的台账文件夹)."""

import os
from collections.abc import Collection, Mapping
from functools import cached_property
from hashlib import file_digest
from pathlib import Path

from quanheng.cli.session import read_input
from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.registers.reading.rows import Rows
from quanheng.registers.sealed import LOG_NAME
from quanheng.tasks.evidence.folders.folder import Folder
from quanheng.tasks.evidence.folders.zipped import ZippedFolder

_OWNER_ONLY = 0o600
# Windows has no such flag, and hardly any links.
_APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


def folder_at(path: Path) -> Folder:
    """The evidence folder at a path: a folder, or a zip archive of one.

    Raises:
        UnreadableFileError: There is none, or the archive can't be read.
    """
    if path.is_dir():
        return FolderOnDisk(path)
    if path.suffix.lower() == ".zip" and path.is_file():
        return ZippedFolder(*read_input(str(path)))
    raise UnreadableFileError(
        Words(f"未找到文件夹 {path}", f"there is no folder {path}"),
        Words("quanheng evidence new 可新建", "quanheng evidence new makes one"),
    )


def refuse_archive(path: Path) -> None:
    """Refuse an archive for a command that writes into the folder.

    Raises:
        UnreadableFileError: The path is an archive.
    """
    if path.is_file():
        raise UnreadableFileError(
            Words(f"{path} 是压缩包，无法写入", f"{path} is an archive: read only"),
            Words("请解压为文件夹后再执行", "unpack it into a folder first"),
        )


class FolderOnDisk:
    """A folder of the file system (磁盘文件夹)."""

    def __init__(self, root: Path) -> None:
        self._root = root

    @property
    def name(self) -> str:
        """Its path, for messages."""
        return str(self._root)

    def names(self) -> Collection[str]:
        """The paths of all files, symbolic links included."""
        return self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(
            path.relative_to(self._root).as_posix()
            for path in self._root.rglob("*")
            if path.is_file() or path.is_symlink()
        )

    def is_link(self, name: str) -> bool:
        """Whether a file is a symbolic link."""
        return (self._root / name).is_symlink()

    def size(self, name: str) -> int:
        """The size of a file in bytes."""
        return (self._root / name).stat().st_size

    def read(self, name: str) -> bytes:
        """The content of a file."""
        return (self._root / name).read_bytes()

    def digest(self, name: str) -> str:
        """SHA-256 of a file in hex."""
        with (self._root / name).open("rb") as stream:
            return file_digest(stream, "sha256").hexdigest()

    def rows(self) -> Mapping[str, Rows]:
        """None: on disk there are only files."""
        return {}


def keep_in_log(folder: Path, line: str) -> None:
    """Add a line to the log of views of sealed data.

    Raises:
        UnreadableFileError: The log can't be written.
    """
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
