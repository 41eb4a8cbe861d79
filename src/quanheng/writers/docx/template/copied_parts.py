"""Parts of a template that are copied unchanged (沿用部件)."""

from collections.abc import Iterator
from posixpath import dirname, normpath
from typing import Final

from quanheng.core.bilingual import Words
from quanheng.core.refusals import unsafe
from quanheng.office.package import RELATIONSHIP, Package
from quanheng.office.xml import parse
from quanheng.writers.docx.markup import Element, serialised
from quanheng.writers.docx.package import DOCUMENT, Part

_TYPES: Final = "[Content_Types].xml"
_OWN: Final = frozenset(
    {_TYPES, DOCUMENT, "word/styles.xml", "word/settings.xml", "docProps/core.xml"}
)
"""Parts of every file that we write."""


class Carrier:
    """Copies parts of a package with their dependencies, by name (部件搬运)."""

    def __init__(self, package: Package) -> None:
        self.parts: dict[str, Part] = {}
        self._package = package
        self._defaults: dict[str, str] = {}
        self._overrides: dict[str, str] = {}
        if _TYPES in package:
            for element in parse(package.read(_TYPES), _TYPES):
                kind = element.get("ContentType", "")
                suffix = element.get("Extension", "").casefold()
                self._defaults[suffix] = kind
                self._overrides[element.get("PartName", "").lstrip("/")] = kind

    def take(self, name: str, kind: str = "", relation: str = "") -> None:
        """Copy a part and its dependencies.

        Args:
            name: Its name.
            kind: Its relationship to the document, empty for dependencies.
            relation: ID of that relationship.

        Raises:
            UnreadableFileError: It is damaged or refers to external content.
        """
        if name in self.parts:
            return
        if name in _OWN or name.startswith(".."):
            raise unsafe(
                Words(
                    f"{name} 无法作为页眉、页脚或图片",
                    f"{name} can be no header, footer or picture",
                )
            )
        data = self._package.read(name)
        if name.endswith(".xml"):
            parse(data, name)
        self.parts[name] = Part(name, data, self._type(name), kind, relation)
        folder, _, own = name.rpartition("/")
        listing = f"{folder}/_rels/{own}.rels".lstrip("/")
        if listing in self._package:
            root = parse(self._package.read(listing), listing)
            _leave_out_empty(root)
            self.parts[listing] = Part(listing, serialised(root))
            for target in self._targets(root, name):
                self.take(target)

    def _type(self, name: str) -> str:
        suffix = name.rpartition(".")[2].casefold()
        return self._overrides.get(name) or self._defaults.get(suffix, "")

    def _targets(self, root: Element, name: str) -> Iterator[str]:
        for relationship in root.iter(RELATIONSHIP):
            target = relationship.get("Target", "")
            if relationship.get("TargetMode") == "External":
                # Only hyperlinks wait for a click; all else is fetched on opening.
                if not relationship.get("Type", "").endswith("/hyperlink"):
                    raise unsafe(
                        Words(
                            f"{name} 引用了文件以外的内容",
                            f"{name} refers to something outside the file",
                        )
                    )
                continue
            whole = target if target.startswith("/") else f"{dirname(name)}/{target}"
            found = normpath(whole).lstrip("/")
            if found in self._package:
                yield found


def _leave_out_empty(root: Element) -> None:
    """Remove relationships without a target, which make files invalid."""
    for relationship in root.findall(RELATIONSHIP):
        if not relationship.get("Target"):
            root.remove(relationship)
