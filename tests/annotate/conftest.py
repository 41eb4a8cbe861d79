"""Packages made of XML strings, the examples, and the corpus where it is at hand."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date

import pytest

from quanheng.annotate.note import Note, Signature
from quanheng.core.source import Source
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.readers import read_document
from tests.conftest import CORPUS, EXAMPLES
from tests.readers.conftest import RELATIONS, WORD, make_zip
from tests.readers.workbook.conftest import OFFICE, xlsx_parts

FORMS = [*EXAMPLES.glob("*.docx"), *CORPUS.glob("docs/*.docx")]
BOOKS = [*CORPUS.glob("docs/*.xlsx")]
BY = Signature("权衡 quanheng", "权衡", date(2024, 6, 30))
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
    'relationships+xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main'
    '+xml"/></Types>'
)

__all__ = ["BOOKS", "BY", "FORMS", "make_docx", "make_zip", "xlsx_parts"]


def make_docx(body: str, **parts: str) -> bytes:
    """A whole Word file, so that other programs open it too."""
    listing = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{OFFICE}/'
        'officeDocument" Target="word/document.xml"/></Relationships>'
    )
    main = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return make_zip(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": listing,
            "word/document.xml": main,
            **parts,
        }
    )


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def texts(document: Document) -> dict[Source, str]:
    """Every place with the text that stands there."""
    found: dict[Source, str] = {}
    for block in document.blocks:
        if isinstance(block, Table):
            found.update((cell.at, cell.text) for cell in block.cells)
        elif isinstance(block, Heading | Paragraph):
            before = found.get(block.at)
            found[block.at] = f"{before}\n{block.text}" if before else block.text
    return found


def places(data: bytes) -> dict[Source, str]:
    return texts(read_document(data, "甲"))


def filled(data: bytes) -> dict[Source, str]:
    """Every place that holds text."""
    return {at: text for at, text in places(data).items() if text}


def everywhere(data: bytes) -> Sequence[Note]:
    """A note at each place that holds text, and one on the whole file."""
    said = [Note(at, f"{at.path}\n{text}", "info") for at, text in places(data).items()]
    return [*said, Note(Source(), "全文", "error")]


@pytest.fixture(scope="session")
def book() -> bytes:
    """Texts, rich texts, numbers and a formula in one sheet, with a note on A1."""
    strings = (
        "<si><t>名称</t></si><si><r><rPr><b/></rPr><t>达</t></r><r><t>100%</t></r></si>"
    )
    rows = (
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'
        '<row r="2"><c r="A2" s="1"><v>98.5</v></c><c r="B2" s="2"><v>0.95</v></c>'
        '<c r="C2"><f>A2*2</f><v>197</v></c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>第四行</t></is></c></row>'
    )
    parts = xlsx_parts(
        {"表": f"<sheetData>{rows}</sheetData><pageMargins/>"},
        formats=["General", "0.0", "0%"],
        strings=strings,
    )
    return make_zip({"[Content_Types].xml": TYPES, **parts})
