"""The parts of Word files and their relationships (文件包)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quanheng.writers.characters import storable

WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT: Final = "word/document.xml"

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_PACKAGE_TYPE: Final = "application/vnd.openxmlformats-package"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES: Final = "docProps/core.xml"
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the file (部件).

    Attributes:
        name: Its name: word/styles.xml.
        data: Its bytes.
        content_type: Its content type, empty for lists of relationships.
        kind: Its relationship to the document, such as ``styles``; empty without one.
        relation: ID of that relationship.
    """

    name: str
    data: bytes
    content_type: str = ""
    kind: str = ""
    relation: str = ""


def packed(parts: Sequence[Part], title: str, created: date | None) -> bytes:
    """The file's bytes, always the same for the same parts; undated without a date."""
    properties = Part(
        _PROPERTIES,
        _core_properties(title, created),
        f"{_PACKAGE_TYPE}.core-properties+xml",
    )
    named = [
        (part.relation, f"{_OFFICE}/{part.kind}", f"/{part.name}")
        for part in parts
        if part.kind
    ]
    package = [
        ("rId1", f"{_OFFICE}/officeDocument", DOCUMENT),
        ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", _PROPERTIES),
    ]
    files = {
        "[Content_Types].xml": _content_types([*parts, properties]),
        "_rels/.rels": _relations(package),
        _PROPERTIES: properties.data,
        "word/_rels/document.xml.rels": _relations(named),
        **{part.name: part.data for part in parts},
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()


def _content_types(parts: Iterable[Part]) -> bytes:
    overrides = "".join(
        f"<Override PartName={quoteattr(f'/{part.name}')}"
        f" ContentType={quoteattr(part.content_type)}/>"
        for part in parts
        if part.content_type
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_PACKAGE_TYPE}.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    ).encode()


def _relations(relations: Iterable[tuple[str, str, str]]) -> bytes:
    items = "".join(
        f"<Relationship Id={quoteattr(name)} Type={quoteattr(kind)}"
        f" Target={quoteattr(target)}/>"
        for name, kind, target in relations
    )
    return (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}'
        "</Relationships>"
    ).encode()


def _core_properties(title: str, created: date | None) -> bytes:
    kind = 'xsi:type="dcterms:W3CDTF"'
    stamps = "".join(
        f"<dcterms:{name} {kind}>{created}T00:00:00Z</dcterms:{name}>"
        for name in ("created", "modified")
        if created
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(storable(title))}</dc:title>"
        f"<dc:language>zh-CN</dc:language>{stamps}</cp:coreProperties>"
    ).encode()
