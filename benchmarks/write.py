"""Writing of reports beside its peers, in one run, ratios printed.

    python benchmarks/write.py [FILE …]

The whole rendering of a report, composed and written, in each file format; every
figure is the best of several rounds, warm but with no table seen before, in processor
time. Peers for the Word file:
python-docx building the same headings, paragraphs and tables without any look, and
docxtpl filling a template that holds the same number of paragraphs and table rows. The
latter is no dependency of ours, for it is under the LGPL: `pip install docxtpl` brings
it in, and it is left out where it is absent.
"""

import io
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import docx

from quanheng.core.errors import MissingExtraError
from quanheng.core.report import Report
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Table
from quanheng.forms.compose import compose
from quanheng.tasks.reading.read_report import read_report
from quanheng.tasks.writing.render_report import render_report
from quanheng.testing.cases import WORKPLACE
from quanheng.writers import SUFFIXES
from quanheng.writers.widths import fitted_widths

EXAMPLES = Path(__file__).parents[1] / "examples"
ROUNDS = 10
TARGETS = {".docx": 100, ".pdf": 50, ".xlsx": 30}
"""Milliseconds that a report is to take at most."""


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Best time of several rounds in milliseconds."""
    times = []
    for _ in range(rounds):
        fitted_widths.cache_clear()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def plain_build(document: Document) -> bytes:
    """The same content by python-docx, in the look of its own template."""
    file = docx.Document()
    for block in document.blocks:
        match block:
            case Heading():
                file.add_heading(block.text, min(block.level, 9))
            case Paragraph():
                file.add_paragraph(block.text)
            case Table():
                _plain_table(file, block)
    return _saved(file)


def _plain_table(file: Any, block: Table) -> None:
    table = file.add_table(block.row_count, block.column_count)
    rows = [row.cells for row in table.rows]
    for cell in block.cells:
        first = rows[cell.row][cell.column]
        bottom, right = cell.row + cell.row_span, cell.column + cell.column_span
        if cell.row_span > 1 or cell.column_span > 1:
            first = first.merge(rows[bottom - 1][right - 1])
        first.text = cell.text


def filled_template(document: Document) -> Callable[[], object]:
    """The same paragraphs and rows, filled into a template by docxtpl."""
    docxtpl: Any = import_module("docxtpl")
    file = docx.Document()
    for line in ("{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        file.add_paragraph(line)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    for number, table in enumerate(tables):
        rows = file.add_table(3, table.column_count).rows
        rows[0].cells[0].text = f"{{%tr for row in tables[{number}] %}}"
        for column, cell in enumerate(rows[1].cells):
            cell.text = f"{{{{ row[{column}] }}}}"
        rows[2].cells[0].text = "{%tr endfor %}"
    template = _saved(file)
    context = {
        "lines": [
            block.text
            for block in document.blocks
            if isinstance(block, Heading | Paragraph)
        ],
        "tables": [
            [[cell.text if cell else "" for cell in row] for row in table.grid]
            for table in tables
        ],
    }

    def fill() -> None:
        made = docxtpl.DocxTemplate(io.BytesIO(template))
        made.render(context, autoescape=True)
        made.save(io.BytesIO())

    return fill


def _saved(file: Any) -> bytes:
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def formats(report: Report) -> dict[str, float]:
    """Milliseconds by suffix; a format whose extra is absent is left out."""
    found = {}
    for suffix in SUFFIXES:
        try:
            render_report(report, suffix, WORKPLACE)
        except MissingExtraError as error:
            print(f"{suffix}: {error.text('en')}")
            continue
        found[suffix] = best(partial(render_report, report, suffix))
    return found


def main(paths: list[Path]) -> None:
    """Print the figures."""
    for path in paths:
        report = read_report(path.read_bytes(), path.name)
        document = compose(report)
        print(f"\n{path.name:42}{'ms':>9}{'target':>9}{'x docx':>9}")
        figures = formats(report)
        ours = figures[".docx"]
        for suffix, ms in figures.items():
            target = TARGETS.get(suffix, "")
            print(f"  {'quanheng ' + suffix:40}{ms:9.1f}{target:>9}{ms / ours:9.2f}")
        peers: dict[str, Callable[[], object]] = {
            "python-docx, plain": partial(plain_build, document)
        }
        if find_spec("docxtpl"):
            peers["docxtpl, plain"] = filled_template(document)
        for name, work in peers.items():
            ms = best(work, 3)
            print(f"  {name:40}{ms:9.1f}{'':9}{ms / ours:9.2f}")
    if not find_spec("docxtpl"):
        print("\ndocxtpl is not installed: pip install docxtpl")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or sorted(EXAMPLES.glob("*.yaml")))
