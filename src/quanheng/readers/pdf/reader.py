"""Reader of PDF files (读取 PDF)."""

from collections.abc import Iterator, Sequence
from threading import Lock
from typing import Final

from quanheng.core.refusals import no_text_layer
from quanheng.core.source import Source
from quanheng.core.unread import Unread
from quanheng.document.blocks import Block, Document
from quanheng.document.headings import text_blocks
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.pdf.artifacts import drop_contents, drop_running
from quanheng.readers.pdf.engine import pages_of
from quanheng.readers.pdf.integrity import require_intact
from quanheng.readers.pdf.leaf import Leaf, leaf_of
from quanheng.readers.pdf.paragraphs import paragraphs_of
from quanheng.readers.pdf.pictures import unread_of
from quanheng.readers.pdf.tables.breaks import append, goes_on
from quanheng.readers.pdf.tables.cells import Sheet, table_of

_PDFIUM: Final = Lock()
"""The engine is not thread-safe."""


class PdfReader:
    """Reads the text and ruled tables of PDF files with a text layer.

    Page numbers, headers, footers and tables of contents are dropped if recognised
    with certainty, and so is slanted text (watermarks); tables are joined over page
    breaks.

    Places: paragraphs outside tables and joined tables count from 1 in reading order;
    rows and columns are those of the grid.
    """

    def read(self, data: bytes, name: str) -> Document:
        """The headings, paragraphs and tables of a pdf file.

        Raises:
            UnreadableFileError: The file is damaged, protected, too large or scanned.
        """
        require_intact(data)
        budget = PlaceBudget()
        leaves: list[Leaf] = []
        unread: list[Unread] = []
        with _PDFIUM:
            for number, page in enumerate(pages_of(data), 1):
                unread += unread_of(page, number)
                leaves.append(leaf_of(page, budget))
        scans = sum(part.unseen for part in unread)
        if not any(leaf.items for leaf in leaves) or scans == len(leaves):
            raise no_text_layer()
        drop_running(leaves)
        drop_contents(leaves)
        _join_tables(leaves)
        return Document(name, tuple(_blocks(leaves)), unread=tuple(unread))


def _join_tables(leaves: Sequence[Leaf]) -> None:
    """Join tables over page breaks, in place."""
    last: Sheet | None = None
    foot = 0.0
    for leaf in leaves:
        first = leaf.items[0] if leaf.items else None
        if isinstance(first, Sheet) and last is not None:
            room = foot - last.box.bottom - (first.box.top - leaf.box.top)
            if goes_on(last, first, room):
                append(last, first)
                del leaf.items[0]
        if leaf.items:
            end = leaf.items[-1]
            last = end if isinstance(end, Sheet) else None
        foot = leaf.box.bottom


def _blocks(leaves: Sequence[Leaf]) -> Iterator[Block]:
    paragraphs = tables = 0
    for item in paragraphs_of(leaves):
        if isinstance(item, Sheet):
            tables += 1
            yield table_of(item, tables)
        else:
            paragraphs += 1
            yield from text_blocks(item, Source(paragraph=paragraphs))
