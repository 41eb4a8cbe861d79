"""Reading of files beside its peers, in one run, ratios printed.

    python benchmarks/read.py [FILE.pdf …]

Pdf: the whole reading (text, tables, page breaks) beside pdfplumber's extraction of
the tables alone, with a check that both find the same cells on every page; then
the same pages again and again up to 200, which is to take time in proportion and
less than 1 GiB. Every time is processor time, the best of several rounds, warm.
"""

import io
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pypdfium2

from quanheng.readers import read_document
from quanheng.readers.limits import PlaceBudget
from quanheng.readers.pdf.engine import pages_of
from quanheng.readers.pdf.leaf import leaf_of
from quanheng.readers.pdf.tables import Sheet

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


def beside_peer(paths: list[Path]) -> None:
    print(f"{'pdf, ms':42}{'quanheng':>9}{'pdfplumber':>11}{'ratio':>7}  same cells")
    for path in paths:
        data = path.read_bytes()
        ours = best(lambda d=data: read_document(d, "x.pdf"))
        peer = best(lambda d=data: peer_tables(d), 3)
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
        data = repeated(path, count)
        ms = best(lambda d=data: read_document(d, "x.pdf"), 3)
        longest = longest or ms
        bar = "#" * round(BAR * ms / longest)
        print(f"{count:5} pages{ms:9.0f} ms{ms / count:7.2f} a page  {bar}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of this process {peak:.0f} MiB")


def main(paths: list[Path]) -> None:
    over_pages(paths[-1])
    print()
    beside_peer(paths)


if __name__ == "__main__":
    chosen = [Path(name) for name in sys.argv[1:]] or sorted(CORPUS.glob("*.pdf"))
    if not chosen:
        sys.exit("name one pdf file or more")
    main(chosen)
