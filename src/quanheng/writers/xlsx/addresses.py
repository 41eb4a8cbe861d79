"""Places in formulas → addresses of a sheet (单元格地址)."""

import re
from functools import lru_cache
from typing import Final

from quanheng.writers.xlsx.worksheet import column_name

_PLACE: Final = re.compile(r"@\[(\.|\d+),(\.|\d+)\]")
_ROW: Final = "\0"
_OWN_ROW: Final = "."


class Addresses:
    """Writes the places of a table as addresses of its sheet (地址换算).

    Args:
        top: Rows of the sheet above the table.
    """

    def __init__(self, top: int) -> None:
        self._top = top

    def formula(self, formula: str, row: int) -> str:
        """A formula of a cell in a row.

        Rows of a table have the same formulas but for the row, so each is taken apart
        once.
        """
        alike = formula.replace(f"@[{row},", f"@[{_OWN_ROW},")
        own = str(row + self._top + 1)
        return _fixed(alike, self._top).replace(_ROW, own)

    def moving(self, alike: str, row: int, column: int) -> str:
        """A formula for a cell that moves with it to other rows and columns.

        Args:
            alike: The formula as :func:`alike` gives it.
            row: The row of the first cell.
            column: Its column.
        """
        own = str(row + self._top + 1)
        moved = _moving(alike, column, self._top)
        return "=" + moved.replace(_ROW, own)


def alike(formula: str, row: int, column: int) -> str:
    """A formula that is the same for all cells that it holds for in the same way."""
    own = formula.replace(f"@[{row},{column}]", "@[.,.]")
    return own.replace(f"@[{row},", f"@[{_OWN_ROW},")


@lru_cache(maxsize=4096)
def _fixed(formula: str, top: int) -> str:
    def address(match: re.Match[str]) -> str:
        row = _ROW if match[1] == _OWN_ROW else str(int(match[1]) + top + 1)
        return f"${column_name(int(match[2]))}${row}"

    return _PLACE.sub(address, formula)


@lru_cache(maxsize=1024)
def _moving(formula: str, column: int, top: int) -> str:
    def address(match: re.Match[str]) -> str:
        if match[2] == _OWN_ROW:
            return f"{column_name(column)}{_ROW}"
        if match[1] == _OWN_ROW:
            return f"${column_name(int(match[2]))}{_ROW}"
        return f"${column_name(int(match[2]))}${int(match[1]) + top + 1}"

    return _PLACE.sub(address, formula)
