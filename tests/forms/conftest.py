"""Documents drawn as text, for the tests of recognition."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quanheng.core.source import Source
from quanheng.document.blocks import Block, Document, Paragraph
from quanheng.document.table import Cell, Table

Draw = Callable[..., Document]


def draw_table(text: str, number: int = 1) -> Table:
    """A table from lines of cells; ``<`` joins the cell left, ``^`` the one above.

    A line with fewer cells is a ragged row, as texts give them.
    """
    lines = [line.strip() for line in text.strip().splitlines()]
    parts = [[part.strip() for part in line.split("|")] for line in lines]
    grid: dict[tuple[int, int], int] = {}
    cells: list[Cell] = []
    for row, texts in enumerate(parts):
        for column, word in enumerate(texts):
            if word in ("<", "^"):
                before = (row, column - 1) if word == "<" else (row - 1, column)
                index = grid[before]
                cell = cells[index]
                cells[index] = replace(
                    cell,
                    row_span=max(cell.row_span, row - cell.row + 1),
                    column_span=max(cell.column_span, column - cell.column + 1),
                )
            else:
                index = len(cells)
                at = Source(table=number, row=row + 1, column=column + 1)
                cells.append(Cell(word.replace("\\n", "\n"), row, column, at=at))
            grid[row, column] = index
    return Table(
        tuple(cells), len(parts), max(map(len, parts)), at=Source(table=number)
    )


@pytest.fixture(scope="session")
def draw() -> Draw:
    """A document from texts: one with a ``|`` is a table, others are paragraphs."""

    def document(*texts: str) -> Document:
        blocks: list[Block] = []
        tables = 0
        for number, text in enumerate(texts, 1):
            if "|" in text:
                tables += 1
                blocks.append(draw_table(text, tables))
            else:
                blocks.append(Paragraph(text, at=Source(paragraph=number)))
        return Document("example.docx", tuple(blocks))

    return document
