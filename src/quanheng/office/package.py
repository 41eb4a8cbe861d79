"""Open the zip packages of office files safely (文件包)."""

from posixpath import dirname, normpath
from typing import Final

from lxml import etree

from quanheng.core.bilingual import Words
from quanheng.core.refusals import too_large
from quanheng.office.archive import open_archive, open_member
from quanheng.office.xml import parse

LARGEST_PART: Final = 64 * 1024 * 1024
"""Most bytes of one part: the text of a report is below 1 MB, the longest known part
has 21 MB; more is a zip bomb."""

LARGEST_TOTAL: Final = 128 * 1024 * 1024
"""Most bytes of all parts read."""

MOST_PARTS: Final = 10_000
"""Most parts of one package: each costs memory, and a report with a thousand pictures
has fewer."""

RELATIONSHIP: Final = (
    "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
)


class Package:
    """A zip package, whose parts are read into memory one by one."""

    def __init__(self, data: bytes) -> None:
        self._zip = open_archive(data, MOST_PARTS)
        # Some programs write paths with backslashes.
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
        with open_member(self._zip, info) as member:
            # Reading beyond the declared size makes zipfile verify the checksum.
            return member.read(info.file_size + 1)

    def related(self, part: str, kind: str) -> str | None:
        """The part that ``part`` refers to as ``kind``, None if there is none.

        Args:
            part: Name of a part, empty for the package itself.
            kind: Last step of the relationship's type, such as ``styles``.
        """
        return next(iter(self.targets(part, kind).values()), None)

    def targets(self, part: str, kind: str) -> dict[str, str]:
        """All parts that ``part`` refers to as ``kind``, by relationship ID."""
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
            self._listings[listing] = list(root.iter(RELATIONSHIP))
        return self._listings[listing]
