"""An evidence folder in a zip archive, never unpacked to disk (压缩包中的台账)."""

import re
from collections.abc import Collection, Iterator, Mapping
from hashlib import file_digest
from stat import S_ISLNK
from typing import Final
from zipfile import ZipFile, ZipInfo

from quanheng.core.bilingual import Words
from quanheng.core.refusals import too_large, unsafe
from quanheng.office.archive import open_archive, open_member
from quanheng.registers.reading.rows import Rows

MOST_FILES: Final = 100_000
"""Files of one archive: each costs memory before anything is read."""
LARGEST_TOTAL: Final = 2 * 1024**3
"""Bytes of all files: every one is hashed, and a small archive can declare any number
of them."""
_OUTSIDE: Final = re.compile(r"/|[A-Za-z]:|(?:.*/)?\.\.(?:/|$)")
"""Names that lead out of the folder."""
_UTF8: Final = 0x800
"""The mark of a name in UTF-8; Chinese Windows writes names in GB18030 without it."""


class ZippedFolder:
    """The files of a zip archive (压缩包).

    A common folder of all files is left out of their names, since people zip the folder
    itself.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Open an archive; its name is for messages.

        Raises:
            UnreadableFileError: It is damaged, too large or unsafe.
        """
        self.name = name
        self._archive = open_archive(data, MOST_FILES)
        self._files = _without_common_folder(dict(_files(self._archive)))

    def names(self) -> Collection[str]:
        """Every file in it."""
        return self._files.keys()

    def is_link(self, name: str) -> bool:
        """Whether the archive keeps it as a symbolic link."""
        return S_ISLNK(self._files[name].external_attr >> 16)

    def size(self, name: str) -> int:
        """The bytes of a file, unpacked."""
        return self._files[name].file_size

    def read(self, name: str) -> bytes:
        """The content of a file.

        Raises:
            UnreadableFileError: It is damaged or protected.
        """
        with open_member(self._archive, self._files[name]) as member:
            return member.read()

    def digest(self, name: str) -> str:
        """SHA-256 of a file in hex.

        Raises:
            UnreadableFileError: It is damaged or protected.
        """
        with open_member(self._archive, self._files[name]) as member:
            return file_digest(member, "sha256").hexdigest()

    def rows(self) -> Mapping[str, Rows]:
        """Always empty: an archive holds only files."""
        return {}


def _files(archive: ZipFile) -> Iterator[tuple[str, ZipInfo]]:
    seen: set[str] = set()
    left = LARGEST_TOTAL
    for info in archive.infolist():
        if info.is_dir():
            continue
        name, left = _name(info), left - info.file_size
        if _OUTSIDE.match(name):
            raise unsafe(Words("含指向压缩包以外的文件名", "a name leads out of it"))
        if name in seen:
            raise unsafe(Words(f"{name} 有两份", f"it holds {name} twice"))
        if left < 0:
            limit = LARGEST_TOTAL >> 30
            raise too_large(
                Words(f"解压后超过 {limit} GB", f"it expands to more than {limit} GB")
            )
        seen.add(name)
        yield name, info


def _name(info: ZipInfo) -> str:
    name = info.filename
    if not info.flag_bits & _UTF8:
        raw = name.encode("cp437")
        for encoding in ("utf-8", "gb18030", "cp437"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/")


def _without_common_folder(files: Mapping[str, ZipInfo]) -> Mapping[str, ZipInfo]:
    # macOS adds a folder of its own beside the one that was packed.
    files = {k: info for k, info in files.items() if not k.startswith("__MACOSX/")}
    folders = {name.partition("/")[0] for name in files}
    if len(folders) == 1 and all("/" in name for name in files):
        return {name.partition("/")[2]: info for name, info in files.items()}
    return files
