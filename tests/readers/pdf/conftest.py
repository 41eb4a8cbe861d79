"""Small pdf files written by hand, and documents as short lines."""

import zlib
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.readers import read_document

HEIGHT = 842
FONTS = (
    b"<< /Font << /C << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light "
    b"/Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype "
    b"/CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) "
    b"/Ordering (GB1) /Supplement 4 >> /DW 1000 >>] >> /L << /Type /Font "
    b"/Subtype /Type1 /BaseFont /Helvetica >> >> /XObject << /X 3 0 R >> >>"
)


class Paper:
    """One page that is drawn from its upper left corner down, in points."""

    def __init__(self, size: tuple[int, int] = (595, HEIGHT), extra: str = "") -> None:
        self.size = size
        self.extra = extra
        self.drawn: list[str] = []

    def text(self, across: float, down: float, text: str, size: float = 10) -> "Paper":
        """Each line of a text, its first one with its foot at ``down``."""
        for number, line in enumerate(text.split("\n")):
            foot = self.size[1] - down - number * size * 1.2
            self.glyphs(f"1 0 0 1 {across} {foot}", line, size)
        return self

    def glyphs(self, matrix: str, text: str, size: float = 10) -> "Paper":
        ascii_text = text.isascii()
        code = text.encode("ascii" if ascii_text else "utf-16-be").hex()
        font = "L" if ascii_text else "C"
        self.drawn.append(f"BT /{font} {size} Tf {matrix} Tm <{code}> Tj ET")
        return self

    def draw(self, operators: str) -> "Paper":
        self.drawn.append(operators)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> "Paper":
        top = self.size[1]
        return self.draw(f"{x0} {top - y0} m {x1} {top - y1} l S")

    def cell(
        self, left: float, top: float, right: float, bottom: float, text: str = ""
    ) -> "Paper":
        for edge in ((left, top, right, top), (left, bottom, right, bottom)):
            self.line(*edge)
        for edge in ((left, top, left, bottom), (right, top, right, bottom)):
            self.line(*edge)
        return self.text(left + 5, top + 11, text) if text else self

    def rows(
        self, left: float, top: float, widths: Sequence[float], rows: Iterable[Any]
    ) -> "Paper":
        """Rows of cells, each as high as its longest text; None draws nothing."""
        for row in rows:
            height = 4 + 12 * max((text or "").count("\n") + 1 for text in row)
            across = left
            for width, text in zip(widths, row, strict=True):
                if text is not None:
                    self.cell(across, top, across + width, top + height, text)
                across += width
            top += height
        return self


def make_pdf(
    *papers: Paper, form: str = "", deflated: bool = False, trailer: str = ""
) -> bytes:
    def stream(entries: str, content: bytes) -> bytes:
        if deflated:
            content, entries = (
                zlib.compress(content, 9),
                f"{entries} /Filter /FlateDecode",
            )
        head = f"<< {entries} /Length {len(content)} >>\nstream\n".encode()
        return head + content + b"\nendstream"

    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(papers)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(papers)} >>".encode(),
        stream(
            "/Subtype /Form /BBox [0 0 999 999] /Matrix [1 0 0 1 0 100]", form.encode()
        ),
    ]
    for number, paper in enumerate(papers):
        width, height = paper.size
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {width} {height}] "
            f"/Contents {5 + 2 * number} 0 R {paper.extra} /Resources ".encode()
            + FONTS
            + b" >>"
        )
        objects.append(stream("", "\n".join(paper.drawn).encode()))
    data = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        data
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {count} /Root 1 0 R {trailer} >>\n"
            f"startxref\n{len(data)}\n%%EOF"
        ).encode()
    )


def shown(block: Block) -> Any:
    """``H2 （一）…``, ``P …``; of a table its rows, spans as ``rows x columns``."""
    if isinstance(block, Heading):
        return f"H{block.level} {block.text}"
    if isinstance(block, Paragraph):
        return f"P {block.text}"
    assert isinstance(block, Table)
    rows: list[list[str]] = [[] for _ in range(block.row_count)]
    for cell in block.cells:
        span = f" {cell.row_span}x{cell.column_span}"
        rows[cell.row].append(cell.text + (span if span != " 1x1" else ""))
    return rows


@pytest.fixture(scope="session")
def paper() -> type[Paper]:
    return Paper


@pytest.fixture(scope="session")
def pdf() -> Callable[..., bytes]:
    return make_pdf


@pytest.fixture(scope="session")
def blocks() -> Callable[..., list[Any]]:
    """The blocks of a file that is made of pages."""

    def read(*papers: Paper, **more: Any) -> list[Any]:
        return [shown(b) for b in read_document(make_pdf(*papers, **more), "甲").blocks]

    return read
