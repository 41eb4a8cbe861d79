"""Cells on a grid, before they become a file (网格)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that spans columns and rows (单元格).

    Attributes:
        text: What stands in it.
        across: How many columns it spans.
        down: How many rows it spans.
        role: What its column holds, for rows of indicators.
    """

    text: str
    across: int = 1
    down: int = 1
    role: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A row of cells; what a cell above covers is left out, as in HTML (行).

    Attributes:
        kind: What the row is: ``pair``, ``money_head``, ``indicator`` …
        cells: Its cells.
    """

    kind: str
    cells: tuple[Cell, ...]


Part: TypeAlias = list[Strip]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text outside tables (正文行)."""

    text: str
    is_title: bool = False
    kind: str = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table that is ready to be written (表)."""

    rows: Part
    width: int

    def placed(self) -> Iterator[tuple[int, int, Cell]]:
        """Each cell with its row and column."""
        yield from placed(self.rows)

    def grid(self) -> list[list[Cell | None]]:
        """The cells by place; None where a merged cell covers the place."""
        lines: list[list[Cell | None]] = [[None] * self.width for _ in self.rows]
        for row, column, cell in self.placed():
            lines[row][column] = cell
        return lines


Block: TypeAlias = Line | Sheet


def placed(rows: Iterable[Strip]) -> Iterator[tuple[int, int, Cell]]:
    """Each cell of rows with its row and column, spans from above heeded."""
    taken: set[tuple[int, int]] = set()
    for row, strip in enumerate(rows):
        column = 0
        for cell in strip.cells:
            while (row, column) in taken:
                column += 1
            yield row, column, cell
            taken |= {
                (row + down, column + across)
                for down in range(cell.down)
                for across in range(cell.across)
            }
            column += cell.across


def width_of(part: Part) -> int:
    """How many columns a part has."""
    return max((column + cell.across for _, column, cell in placed(part)), default=0)


def fitted(part: Part, width: int) -> Part:
    """A part spread over more columns, as forms merge cells to fill their width."""
    own = width_of(part)
    edges = [round(n * width / own) for n in range(own + 1)]
    rows: list[list[Cell]] = [[] for _ in part]
    for row, column, cell in placed(part):
        across = edges[min(column + cell.across, own)] - edges[column]
        rows[row].append(replace(cell, across=across))
    return [
        Strip(strip.kind, tuple(row)) for strip, row in zip(part, rows, strict=True)
    ]


def strip(kind: str, *words: str | Cell) -> Strip:
    """A row of a kind, from texts and cells."""
    cells = (word if isinstance(word, Cell) else Cell(word) for word in words)
    return Strip(kind, tuple(cells))


def turned(part: Part) -> Part:
    """Rows and columns exchanged (转置)."""
    rows: list[list[Cell]] = [[] for _ in range(width_of(part))]
    for _, column, cell in sorted(placed(part), key=lambda found: found[1::-1]):
        rows[column].append(Cell(cell.text, cell.down, cell.across, cell.role))
    return [Strip("turned", tuple(row)) for row in rows]
