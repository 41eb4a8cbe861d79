"""Small Word packages made of XML strings, and blocks as short lines."""

import io
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

import pytest

from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.table import Table

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{WORD}" xmlns:m="{OFFICE}/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def _relations(target: str, kind: str) -> str:
    return f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _listing(*relations: str) -> str:
    return f'<Relationships xmlns="{RELATIONS}">{"".join(relations)}</Relationships>'


def make_zip(
    parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return packed.getvalue()


def make_docx(body: str, styles: str = "", numbering: str = "") -> bytes:
    parts: dict[str, str | bytes] = {
        "_rels/.rels": _listing(_relations("word/document.xml", "officeDocument")),
        "word/document.xml": (
            f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        ),
        "word/_rels/document.xml.rels": _listing(
            _relations("styles.xml", "styles"),
            _relations("/word/numbering.xml", "numbering"),
        ),
    }
    if styles:
        parts["word/styles.xml"] = f"<w:styles {NAMESPACES}>{styles}</w:styles>"
    if numbering:
        root = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
        parts["word/numbering.xml"] = root
    return make_zip(parts)


def describe(blocks: Sequence[Block]) -> list[Any]:
    """``H2@3 （一）…``, ``P@4 …``, and a table as the texts of its grid."""
    shown: list[Any] = []
    for block in blocks:
        if isinstance(block, Heading):
            shown.append(f"H{block.level}@{block.at.paragraph} {block.text}")
        elif isinstance(block, Paragraph):
            shown.append(f"P@{block.at.paragraph} {block.text}".rstrip())
        elif isinstance(block, Table):
            grid = block.grid
            shown.append([[cell and cell.text for cell in row] for row in grid])
    return shown


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    return make_docx


@pytest.fixture(scope="session")
def package() -> Callable[..., bytes]:
    return make_zip


@pytest.fixture(scope="session")
def described() -> Callable[[Sequence[Block]], list[Any]]:
    return describe
