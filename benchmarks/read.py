"""Reading of files beside its peers, in one run, ratios printed.

    python benchmarks/read.py [FILE …]

Word: the reading of one report beside python-docx (open, and all cells of all rows),
docx2python and mammoth. Excel: the whole check of a form beside openpyxl, which only
loads it. Pdf: the whole reading (text, tables, page breaks) beside pdfplumber's
extraction of the tables alone, with a check that both find the same cells; then
the same pages again and again up to 200, which is to take time in proportion and
less than 1 GiB. Every time is processor time, the best of several rounds, warm.
"""

import io
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import docx
import mammoth  # type: ignore[import-untyped]  # the package ships no types
import openpyxl  # type: ignore[import-untyped]  # the same
import pdfplumber
import pypdfium2  # type: ignore[import-untyped]  # the same
from docx2python import docx2python

from quanheng.readers import read_document
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.pdf.engine import pages_of
from quanheng.readers.pdf.leaf import leaf_of
from quanheng.readers.pdf.tables.cells import Sheet
from quanheng.tasks.checking.check_report import check_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.cases import WORKPLACE

CORPUS = Path(__file__).parents[2] / "shared" / "corpus" / "docs"
ROUNDS = 10
PAGES = (25, 50, 100, 200)
BAR = 40


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Best time of several rounds in milliseconds."""
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def bare(text: str) -> str:
    return "".join(text.split())


def our_cells(data: bytes) -> list[list[list[str]]]:
    """The texts of the cells by page and table."""
    return [
        [
            [bare(region.text) for region in item.regions]
            for item in leaf_of(page, PlaceBudget()).items
            if isinstance(item, Sheet)
        ]
        for page in pages_of(data)
    ]


def peer_tables(data: bytes) -> list[list[list[list[str | None]]]]:
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_tables() for page in document.pages]


def peer_cells(data: bytes) -> list[list[list[str]]]:
    return [
        [
            [bare(cell) for row in table for cell in row if cell is not None]
            for table in page
        ]
        for page in peer_tables(data)
    ]


def word_beside_peers(path: Path) -> None:
    data = path.read_bytes()

    def all_cells() -> None:
        for table in docx.Document(io.BytesIO(data)).tables:
            for row in table.rows:
                assert row.cells

    figures = {
        "quanheng": best(lambda: read_document(data, "x.docx")),
        "python-docx open + row.cells": best(all_cells, 3),
        "docx2python": best(lambda: docx2python(io.BytesIO(data)).body, 3),
        "mammoth": best(lambda: mammoth.convert_to_html(io.BytesIO(data)), 3),
    }
    print(f"{path.name:42}{'ms':>9}{'ratio':>11}")
    for name, ms in figures.items():
        print(f"  {name:40}{ms:9.1f}{ms / figures['quanheng']:11.1f}")


def excel_beside_peer(path: Path) -> None:
    data = path.read_bytes()

    def check() -> None:
        check_report(read_report(data, path.name), WORKPLACE)

    ours = best(check)
    peer = best(lambda: openpyxl.load_workbook(io.BytesIO(data)))
    print(f"{path.name:42}{ours:9.1f}{peer:11.1f}{peer / ours:7.1f}")


def pdf_beside_peer(path: Path) -> None:
    data = path.read_bytes()
    ours = best(lambda: read_document(data, "x.pdf"))
    peer = best(lambda: peer_tables(data), 3)
    same = "yes" if our_cells(data) == peer_cells(data) else "NO"
    print(f"{path.name:42}{ours:9.1f}{peer:11.1f}{peer / ours:7.1f}  {same}")


def repeated(path: Path, count: int) -> bytes:
    """A pdf of as many pages, those of a file over and over."""
    made, packed = pypdfium2.PdfDocument.new(), io.BytesIO()
    source = pypdfium2.PdfDocument(path)
    for number in range(count):
        made.import_pages(source, [number % len(source)])
    made.save(packed)
    return packed.getvalue() + b"\n%%EOF\n"


def over_pages(path: Path) -> None:
    print(f"\n{path.name} over and over")
    longest = 0.0
    for count in reversed(PAGES):
        ms = _time_of(repeated(path, count))
        longest = longest or ms
        bar = "#" * round(BAR * ms / longest)
        print(f"{count:5} pages{ms:9.0f} ms{ms / count:7.2f} a page  {bar}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process {peak:.0f} MiB")


def _time_of(data: bytes) -> float:
    return best(lambda: read_document(data, "x.pdf"), 3)


def main(paths: list[Path]) -> None:
    pdfs = [path for path in paths if path.suffix == ".pdf"]
    if pdfs:
        over_pages(pdfs[-1])
    for path in paths:
        if path.suffix == ".docx":
            print()
            word_beside_peers(path)
    print(
        f"\n{'whole check of a form, ms':42}{'quanheng':>9}{'openpyxl':>11}{'ratio':>7}"
    )
    for path in paths:
        if path.suffix == ".xlsx":
            excel_beside_peer(path)
    print(f"\n{'pdf, ms':42}{'quanheng':>9}{'pdfplumber':>11}{'ratio':>7}  same cells")
    for path in pdfs:
        pdf_beside_peer(path)


def in_corpus() -> list[Path]:
    """The pdfs and workbooks of the development corpus and its Word report."""
    names = ("seed.docx", "*.xlsx", "*.pdf")
    return [path for name in names for path in sorted(CORPUS.glob(name))]


if __name__ == "__main__":
    chosen = [Path(name) for name in sys.argv[1:]] or in_corpus()
    if not chosen:
        sys.exit("name one docx, xlsx or pdf file or more")
    main(chosen)
