"""Cell references in formulas to addresses of a sheet (单元格地址)."""

import re
from functools import lru_cache
from typing import Final

from quanheng.writers.xlsx.worksheet import column_name

_PLACE: Final = re.compile(r"@\[(\.|\d+),(\.|\d+)\]")
_ROW: Final = "\0"
_OWN_ROW: Final = "."


class Addresses:
    """Addresses of the cells of a table with ``top`` rows above it (地址换算)."""

    def __init__(self, top: int) -> None:
        self._top = top

    def formula(self, formula: str, row: int) -> str:
        """A formula with addresses; formulas that differ in the row are parsed once."""
        alike = formula.replace(f"@[{row},", f"@[{_OWN_ROW},")
        own = str(row + self._top + 1)
        return _fixed(alike, self._top).replace(_ROW, own)

    def moving(self, alike: str, row: int, column: int) -> str:
        """A formula made by :func:`alike`, with addresses relative to its cell."""
        own = str(row + self._top + 1)
        moved = _moving(alike, column, self._top)
        return "=" + moved.replace(_ROW, own)


def alike(formula: str, row: int, column: int) -> str:
    """A formula with relative references, equal for cells with the same meaning."""
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
