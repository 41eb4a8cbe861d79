"""Zip packages of office files (文件包), opened with care."""

import struct
import zlib
from io import BytesIO
from posixpath import dirname, normpath
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from lxml import etree

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, password_protected, too_large
from quanheng.office.xml import parse

LARGEST_PART: Final = 64 * 1024 * 1024
"""Bytes of one part: the text of a report is below 1 MB, the longest known part has
21 MB; more is a zip bomb."""

LARGEST_TOTAL: Final = 128 * 1024 * 1024
"""Bytes of all parts that are read: what one part may not hold, many could."""

MOST_PARTS: Final = 10_000
"""Parts of one package: each costs memory before anything is read, and a report
with a thousand pictures has fewer."""

_DIRECTORY_ENTRY: Final = b"PK\x01\x02"
_METHODS: Final = frozenset({ZIP_STORED, ZIP_DEFLATED})
"""Compressions that office programs write; the others may expand without bound."""
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
"""What a damaged archive raises; a version that no program writes is one of them."""
_RELATIONSHIP: Final = (
    "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
)


class Package:
    """A zip package, its parts read into memory one by one, never to disk."""

    def __init__(self, data: bytes) -> None:
        if data.count(_DIRECTORY_ENTRY) > MOST_PARTS:
            raise too_large(
                Words(
                    f"文件包内的部件超过{MOST_PARTS}个",
                    f"it has more than {MOST_PARTS:,} parts",
                )
            )
        try:
            self._zip = ZipFile(BytesIO(data))
        except _FAULTS as error:
            raise _incomplete() from error
        # Some programs write their paths the way Windows does.
        self._parts = {
            info.filename.replace("\\", "/"): info for info in self._zip.infolist()
        }
        self._left = LARGEST_TOTAL
        self._listings: dict[str, list[etree._Element]] = {}

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def read(self, part: str) -> bytes:
        """The bytes of a part.

        Raises:
            UnreadableFileError: The part is damaged, encrypted or too large.
        """
        info = self._parts[part]
        if info.file_size > LARGEST_PART:
            raise too_large(
                Words(
                    f"{part} 解压后超过 {LARGEST_PART >> 20} MB",
                    f"{part} expands to more than {LARGEST_PART >> 20} MB",
                )
            )
        self._left -= info.file_size
        if self._left < 0:
            raise too_large(
                Words(
                    f"各部件解压后共超过 {LARGEST_TOTAL >> 20} MB",
                    f"its parts expand to more than {LARGEST_TOTAL >> 20} MB",
                )
            )
        if info.flag_bits & _ENCRYPTED:
            raise password_protected()
        if info.compress_type not in _METHODS:
            raise _incomplete()
        try:
            with self._zip.open(info) as member:
                # Never expands beyond the declared size; asking for more than it
                # makes sure that the checksum is looked at.
                return member.read(info.file_size + 1)
        except _FAULTS as error:
            raise _incomplete() from error

    def related(self, part: str, kind: str) -> str | None:
        """The part that ``part`` names as its ``kind``, None if there is none.

        Args:
            part: Name of a part, empty for the package itself.
            kind: Last step of the relationship's type, as ``styles``.
        """
        return next(iter(self.targets(part, kind).values()), None)

    def targets(self, part: str, kind: str) -> dict[str, str]:
        """All parts that ``part`` names as a ``kind``: relationship's id → part."""
        folder = dirname(part)
        name = part[len(folder) :].lstrip("/")
        listing = f"{folder}/_rels/{name}.rels".lstrip("/")
        found: dict[str, str] = {}
        if listing in self:
            for relationship in self._relationships(listing):
                if relationship.get("Type", "").endswith(f"/{kind}"):
                    target = relationship.get("Target", "")
                    whole = target if target.startswith("/") else f"{folder}/{target}"
                    found[relationship.get("Id", "")] = normpath(whole).lstrip("/")
        return {key: part for key, part in found.items() if part in self}

    def _relationships(self, listing: str) -> list[etree._Element]:
        if listing not in self._listings:
            root = parse(self.read(listing), listing)
            self._listings[listing] = list(root.iter(_RELATIONSHIP))
        return self._listings[listing]


def _incomplete() -> Exception:
    return damaged(Words("压缩包不完整", "its zip archive is incomplete"))
