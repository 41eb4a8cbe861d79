"""Which cell a point of a page is in (单元格定位)."""

from collections.abc import Sequence

from quanheng.readers.pdf.page import Box, Glyph
from quanheng.readers.pdf.pieces import Place
from quanheng.readers.pdf.tables.grid import Grid


class Finder:
    """Finds the innermost cell around a glyph (单元格定位)."""

    def __init__(self, grids: Sequence[Grid]) -> None:
        self._grids = grids
        order = sorted(range(len(grids)), key=lambda number: grids[number].box.area)
        self._order = [(number, grids[number].box) for number in order]
        self._owners = [_owners(grid) for grid in grids]

    def place(self, glyph: Glyph) -> Place | None:
        """The cell with the middle of a glyph, None outside tables."""
        across, down = glyph.middle
        for number, box in self._order:
            if box.holds(across, down):
                grid = self._grids[number]
                return number, self._owners[number][grid.place_of(across, down)]
        return None

    def box(self, place: Place) -> Box:
        """The outline of a cell."""
        number, area = place
        grid = self._grids[number]
        return grid.box_of(grid.areas[area])

    def rows(self, place: Place) -> int:
        """The number of rows of a cell."""
        number, area = place
        return self._grids[number].areas[area].row_span


def _owners(grid: Grid) -> dict[tuple[int, int], int]:
    return {
        (row, column): number
        for number, area in enumerate(grid.areas)
        for row in range(area.row, area.row + area.row_span)
        for column in range(area.column, area.column + area.column_span)
    }
