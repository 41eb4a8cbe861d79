"""Zip packages of office files (文件包), opened with care."""

import struct
import zlib
from io import BytesIO
from posixpath import dirname, normpath
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from quanheng.core.errors import UnreadableFileError
from quanheng.readers.xml import parse

LARGEST_PART: Final = 100 * 1024 * 1024
"""Bytes of one part: the text of a report is below 1 MB, that of a whole
province's summary below 30 MB; more is a zip bomb."""

MOST_PARTS: Final = 10_000
"""Parts of one package: each costs memory before anything is read, and a report
with a thousand pictures has fewer."""

_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_RELATIONSHIP: Final = (
    "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
)


class Package:
    """A zip package, its parts read into memory one by one, never to disk."""

    def __init__(self, data: bytes) -> None:
        if data.count(_DIRECTORY_ENTRY) > MOST_PARTS:
            raise _too_large(f"文件包内超过 {MOST_PARTS} 个部件", f"more than {MOST_PARTS} parts")
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, struct.error) as error:
            raise _damaged() from error
        self._parts = {info.filename: info for info in self._zip.infolist()}

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def __iter__(self):  # type: ignore[no-untyped-def]
        return iter(self._parts)

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            UnreadableFileError: The part is damaged, encrypted or too large.
        """
        info = self._parts[part]
        if info.file_size > LARGEST_PART:
            raise _too_large(
                f"{part} 解压后超过 {LARGEST_PART >> 20} MB",
                f"{part} expands to more than {LARGEST_PART >> 20} MB",
            )
        return self._expand(info)

    def _expand(self, info: ZipInfo) -> bytes:
        try:
            with self._zip.open(info) as member:
                # One byte more than declared shows a false declaration.
                data = member.read(info.file_size + 1)
        except RuntimeError as error:
            raise password_protected() from error
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise _damaged() from error
        return data

    def related(self, part: str, kind: str) -> str | None:
        """The part that ``part`` names as its ``kind``, as ``styles``.

        Args:
            part: Name of a part, empty for the package itself.
            kind: Last step of the relationship's type.
        """
        folder = dirname(part)
        name = part[len(folder) :].lstrip("/")
        listing = f"{folder}/_rels/{name}.rels".lstrip("/")
        if listing not in self:
            return None
        for relationship in parse(self.read(listing), listing).iter(_RELATIONSHIP):
            if relationship.get("Type", "").endswith(f"/{kind}"):
                target = relationship.get("Target", "")
                found = normpath(target if target[:1] == "/" else f"{folder}/{target}")
                found = found.lstrip("/")
                return found if found in self else None
        return None


def password_protected() -> UnreadableFileError:
    """The error for a file that opens only with a password."""
    return UnreadableFileError(
        "文件有密码保护，无法读取",
        "请去掉密码另存后再读",
        message_en="The file is protected by a password",
        hint_en="remove the password and save it anew",
    )


def _damaged() -> UnreadableFileError:
    return UnreadableFileError(
        "文件已损坏：压缩包不完整",
        "请重新下载，或用 Word 打开修复后另存",
        message_en="The file is damaged: its zip archive is incomplete",
        hint_en="download it again, or repair it with Word",
    )


def _too_large(message: str, message_en: str) -> UnreadableFileError:
    return UnreadableFileError(
        f"文件过大：{message}",
        "请检查文件来源，或拆分后再读",
        message_en=f"The file is too large: {message_en}",
        hint_en="check where it comes from, or split it",
    )
