"""Add and change parts of an office file (部件关系)."""

import re
from itertools import chain, count
from posixpath import dirname, relpath
from typing import Final

from quanheng.annotate.markup import appended, as_utf8, text
from quanheng.office.package import Package

_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"
HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
"""First line of every new part."""

_IDS: Final = re.compile(r"""\bId\s*=\s*["']([^"']*)["']""")


class Parts:
    """A package with its changed and added parts by name (改动的部件)."""

    def __init__(self, data: bytes) -> None:
        self.package = Package(data)
        self.changed: dict[str, bytes] = {}

    def __contains__(self, part: str) -> bool:
        return part in self.changed or part in self.package

    def read(self, part: str) -> bytes:
        """The current bytes of a part in UTF-8."""
        if part not in self.changed:
            return as_utf8(self.package.read(part), part)
        return self.changed[part]

    def free_name(self, pattern: str) -> str:
        """The first unused name for a pattern such as ``word/comments{}.xml``."""
        names = map(pattern.format, chain([""], count(1)))
        return next(name for name in names if name not in self)

    def relate(self, part: str, target: str, kind: str) -> str:
        """Add a relationship of a kind from one part to another; return its ID."""
        folder, _, name = part.rpartition("/")
        listing = f"{folder}/_rels/{name}.rels".lstrip("/")
        if listing not in self:
            empty = f'{HEAD}<Relationships xmlns="{_RELATIONS}"></Relationships>'
            self.changed[listing] = empty.encode()
        data = self.read(listing)
        taken = set(_IDS.findall(data.decode()))
        key = next(key for key in map("rId{}".format, count(1)) if key not in taken)
        base = STRICT_OFFICE if STRICT_OFFICE.encode() in data else OFFICE
        where = text(relpath(target, dirname(part)), quoted=True)
        self.changed[listing] = appended(
            data,
            "Relationships",
            lambda p: (
                f'<{p}Relationship Id="{key}" Type="{base}/{kind}" Target="{where}"/>'
            ),
        )
        return key

    def declare(self, part: str, content_type: str) -> None:
        """Declare the content type of a part."""
        self._declare("Override", "PartName", f"/{part}", content_type)

    def declare_suffix(self, suffix: str, content_type: str) -> None:
        """Declare the content type of a file suffix unless it is declared."""
        declared = re.compile(rf"""Extension\s*=\s*["']{suffix}["']""", re.IGNORECASE)
        if _TYPES in self and not declared.search(self.read(_TYPES).decode()):
            self._declare("Default", "Extension", suffix, content_type)

    def _declare(self, name: str, key: str, value: str, content_type: str) -> None:
        if _TYPES in self:
            entry = f'{name} {key}="{value}" ContentType="{content_type}"'
            self.changed[_TYPES] = appended(
                self.read(_TYPES), "Types", lambda p: f"<{p}{entry}/>"
            )
