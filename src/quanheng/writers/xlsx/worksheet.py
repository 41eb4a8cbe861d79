"""Worksheets that are written fast (工作表写出)."""

from functools import lru_cache
from typing import Any

from xlsxwriter.format import Format  # type: ignore[import-untyped]  # no types
from xlsxwriter.utility import xl_col_to_name  # type: ignore[import-untyped]
from xlsxwriter.worksheet import (  # type: ignore[import-untyped]
    CellFormulaTuple,
    Worksheet,
)


class FormSheet(Worksheet):  # type: ignore[misc]  # it ships no types
    """A worksheet whose formulas are taken as they are (工作表).

    XlsxWriter looks for dozens of functions of newer programs in every formula and for
    letters to escape in every attribute, which takes most of the time; formulas of our
    forms are as old as the format, and a cell's attributes are ours.
    """

    def write_formula(
        self, row: int, column: int, formula: str, style: Format, value: float | str
    ) -> None:
        """Write a formula without ``=`` and the value it is shown with."""
        self._check_dimensions(row, column)
        self.table[row][column] = CellFormulaTuple(formula, style, value)

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
                self.fh.write(start + _computed(cell.formula, cell.value))


def _computed(formula: str, value: float | str) -> str:
    kind = ' t="str"' if value and isinstance(value, str) else ""
    return f"{kind}><f>{_escaped(formula)}</f><v>{_escaped(str(value))}</v></c>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=256)
def column_name(column: int) -> str:
    """The letters of a column, counted from 0: A, B, … AA."""
    return str(xl_col_to_name(column))
