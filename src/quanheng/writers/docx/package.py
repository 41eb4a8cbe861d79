"""The parts of a Word file and how they hang together (文件包)."""

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from quanheng.writers.characters import storable
from quanheng.writers.docx.page import EVEN_FOOTER, ODD_FOOTER

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)

_CONTENT_TYPES: Final = {
    "/word/document.xml": f"{_WORD_TYPE}.document.main+xml",
    "/word/styles.xml": f"{_WORD_TYPE}.styles+xml",
    "/word/settings.xml": f"{_WORD_TYPE}.settings+xml",
    "/word/footer1.xml": f"{_WORD_TYPE}.footer+xml",
    "/word/footer2.xml": f"{_WORD_TYPE}.footer+xml",
    "/docProps/core.xml": (
        "application/vnd.openxmlformats-package.core-properties+xml"
    ),
}
_PACKAGE_RELATIONS: Final = {
    "rId1": (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
    "rId2": (
        f"{_PACKAGE}/relationships/metadata/core-properties",
        "docProps/core.xml",
    ),
}
_DOCUMENT_RELATIONS: Final = {
    "rId1": (f"{_OFFICE}/relationships/styles", "styles.xml"),
    "rId2": (f"{_OFFICE}/relationships/settings", "settings.xml"),
    ODD_FOOTER: (f"{_OFFICE}/relationships/footer", "footer1.xml"),
    EVEN_FOOTER: (f"{_OFFICE}/relationships/footer", "footer2.xml"),
}


def packed(parts: Mapping[str, bytes], title: str, created: date | None) -> bytes:
    """The file's bytes: always the same for the same parts.

    Args:
        parts: The parts in ``word/`` by name: document, styles, settings, footers.
        title: Title for the properties.
        created: Day for the properties, None to leave them undated.
    """
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(_PACKAGE_RELATIONS),
        "docProps/core.xml": _core_properties(title, created),
        "word/_rels/document.xml.rels": _relations(_DOCUMENT_RELATIONS),
        **{f"word/{name}": data for name, data in parts.items()},
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, data)
    return buffer.getvalue()


def _content_types() -> bytes:
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>'
        for name, kind in _CONTENT_TYPES.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f"{overrides}</Types>"
    ).encode()


def _relations(relations: Mapping[str, tuple[str, str]]) -> bytes:
    items = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in relations.items()
    )
    namespace = f"{_PACKAGE}/relationships"
    return (
        f'{_HEAD}<Relationships xmlns="{namespace}">{items}</Relationships>'
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
