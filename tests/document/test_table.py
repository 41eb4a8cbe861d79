"""Grids of tables."""

from quanheng.document.table import Cell, Table


def test_merged_cell_covers_its_area_and_ragged_rows_have_gaps() -> None:
    wide = Cell("宽", 0, 0, row_span=2, column_span=2)
    lone = Cell("单", 0, 2)
    grid = Table((wide, lone), row_count=2, column_count=3).grid
    assert grid == ((wide, wide, lone), (wide, wide, None))
    assert grid[1][1] is wide


def test_span_beyond_the_grid_is_cut() -> None:
    cell = Cell("宽", 0, 0, row_span=9, column_span=9)
    assert Table((cell,), row_count=1, column_count=2).grid == ((cell, cell),)
