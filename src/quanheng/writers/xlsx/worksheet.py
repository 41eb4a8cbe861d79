"""Fast worksheets (工作表写出)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from xlsxwriter.format import Format  # type: ignore[import-untyped]  # no types
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import (  # type: ignore[import-untyped]
    CellFormulaTuple,
    Worksheet,
)


class FormSheet(Worksheet):  # type: ignore[misc]  # it ships no types
    """A worksheet that stores formulas unchanged (工作表).

    XlsxWriter searches every formula for newer functions and escapes every attribute,
    which takes most of the time and is not needed here.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shared_count = 0
        self._growing: set[int] = set()

    def set_growing_row(self, row: int, height: float) -> None:
        """Set the height of a row that may grow with its text."""
        self.set_row(row, height)
        self._growing.add(row)

    def write_formula(
        self, row: int, column: int, formula: str, style: Format, value: float | str
    ) -> None:
        """Write a formula and its value."""
        self._put(row, column, f"<f>{_stored(formula)}</f>", style, value)

    def write_shared_formula(
        self,
        row: int,
        column: int,
        formula: str,
        cells: Sequence[tuple[Format, float | str]],
    ) -> None:
        """Write the formula of the first cell into a column of cells.

        Args:
            row: The row of the first cell.
            column: The column.
            formula: The formula of the first cell.
            cells: The format and the value of each cell.
        """
        if len(cells) == 1:
            self.write_formula(row, column, formula, *cells[0])
            return
        name, last = column_name(column), row + len(cells)
        area = f'ref="{name}{row + 1}:{name}{last}" si="{self._shared_count}"'
        first = f'<f t="shared" {area}>{_stored(formula)}</f>'
        other = f'<f t="shared" si="{self._shared_count}"/>'
        self._shared_count += 1
        for number, (style, value) in enumerate(cells):
            self._put(row + number, column, other if number else first, style, value)

    def _put(
        self, row: int, column: int, element: str, style: Format, value: float | str
    ) -> None:
        self._check_dimensions(row, column)
        self.table[row][column] = CellFormulaTuple(element, style, value)

    def _xml_start_tag_unencoded(self, tag: str, attributes: Any = ()) -> None:
        if tag == "row" and attributes[0][1] - 1 in self._growing:
            # A row with a custom height does not grow.
            attributes = [one for one in attributes if one[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)

    def _prepare_formula(
        self, formula: str, expand_future_functions: bool = False
    ) -> str:
        return formula.removeprefix("=")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        style = cell.format._get_xf_index()
        start = f'<c r="{column_name(col)}{row + 1}" s="{style}"'
        match type(cell).__name__:
            case "Blank":
                self.fh.write(f"{start}/>")
            case "String":
                self.fh.write(f'{start} t="s"><v>{cell.string}</v></c>')
            case "Number":
                self.fh.write(f"{start}><v>{cell.number:.16G}</v></c>")
            case _:
                kind = ' t="str"' if cell.value and isinstance(cell.value, str) else ""
                value = _escaped(str(cell.value))
                self.fh.write(f"{start}{kind}>{cell.formula}<v>{value}</v></c>")


def _stored(formula: str) -> str:
    return _escaped(formula.removeprefix("="))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=256)
def column_name(column: int) -> str:
    """The letters of a column, counted from 0: A, B, … AA."""
    return str(xl_col_to_name(column))
