"""Check the page numbers of tables of contents (目录页码核对)."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def misstated(docx: Path, pages: Sequence[str]) -> Iterator[str]:
    """The entries of a table of contents with wrong page numbers.

    ``pages`` are the texts of the printed pages, without blanks.
    """
    for heading, stated in _entries(docx.read_bytes()):
        bare = "".join(heading.split())
        found = [number for number, text in enumerate(pages, 1) if bare in text]
        if stated not in found[1:]:
            yield f"{heading}: {stated}, {found[1:]}"


def _entries(data: bytes) -> Iterator[tuple[str, int]]:
    with ZipFile(BytesIO(data)) as package:
        root = ET.fromstring(package.read("word/document.xml"))  # noqa: S314 - ours
    for link in root.iter(f"{_W}hyperlink"):
        heading, *_, page = (text.text or "" for text in link.iter(f"{_W}t"))
        yield heading, int(page)
