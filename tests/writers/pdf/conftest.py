"""Documents set as pdf files, and what they are made of."""

from datetime import date

import pypdfium2  # type: ignore[import-untyped]

from quanheng.document.blocks import Block, Document
from quanheng.readers import read_document
from quanheng.writers.base import Finish
from quanheng.writers.pdf.writer import PdfWriter

DAY = date(2024, 2, 20)
ARCHIVAL = Finish(created=DAY, archival=True)


def pdf(*blocks: Block, title: str = "", finish: Finish | None = None) -> bytes:
    document = Document("a.yaml", blocks, title)
    return PdfWriter().write(document, finish or Finish())


def again(*blocks: Block) -> tuple[Block, ...]:
    return read_document(pdf(*blocks), "a.pdf").blocks


def page_texts(data: bytes) -> list[str]:
    """The text of each page, as any reader of pdf files sees it."""
    with pypdfium2.PdfDocument(data) as file:
        texts = []
        for page in file:
            text = page.get_textpage()
            texts.append("".join(text.get_text_range().splitlines()))
            text.close()
            page.close()
        return texts
