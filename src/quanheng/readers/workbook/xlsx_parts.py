"""Locate the sheets, rows and cells of a workbook (存放位置).

The reader and the code that annotates files share it, so that places agree.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from lxml import etree

from quanheng.core.bilingual import Words
from quanheng.core.refusals import damaged, no_reader
from quanheng.office.package import Package

_USUAL_MAIN_PART: Final = "xl/workbook.xml"
_PRINT_AREA: Final = "_xlnm.Print_Area"
_LAST_PLACE: Final = re.compile(r"([$A-Z0-9]{2,12}),")
"""The lower right corner of each area: 表1!$A$1:$I$23,表1!$A$30:$C$40."""
_PLACE: Final = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")


def main_part(package: Package) -> str:
    """The name of the main part, which lists the sheets.

    Raises:
        UnreadableFileError: There is none, or the workbook is binary (xlsb).
    """
    main = package.related("", "officeDocument") or _USUAL_MAIN_PART
    if main.endswith(".bin"):
        raise no_reader(Words("二进制工作簿（xlsb）", "a binary workbook (xlsb)"))
    if main not in package:
        raise damaged(Words("缺少工作簿部件 workbook.xml", "workbook.xml is missing"))
    return main


def shown_sheets(
    package: Package, main: str, root: etree._Element
) -> Iterator[tuple[str, str]]:
    """The name and the part of each visible sheet, in order."""
    parts = package.targets(main, "worksheet")
    for entry in elements(root, "sheet"):
        key = next((v for k, v in entry.items() if str(k).endswith("}id")), "")
        # A part is one sheet; further references to it are faulty.
        part = parts.pop(str(key), None)
        if part and entry.get("state", "visible") == "visible":
            yield entry.get("name", ""), part


def last_printed(root: etree._Element) -> dict[str, int]:
    """The last column of each sheet's print area (打印区域), where it has one."""
    names = [entry.get("name", "") for entry in elements(root, "sheet")]
    found: dict[str, int] = {}
    for defined in elements(root, "definedName"):
        number = whole(defined.get("localSheetId"), len(names))
        if defined.get("name") == _PRINT_AREA and number < len(names):
            areas = _LAST_PLACE.findall(f"{defined.text},")
            columns = [end[1] for area in areas if (end := place(area))]
            if columns:
                found[names[number]] = max(columns)
    return found


def rows(root: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The rows of a sheet with their numbers from 0, which a row may omit."""
    number = -1
    for row in elements(root, "row"):
        number = whole(row.get("r"), number + 2) - 1
        yield number, row


def cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their columns from 0, which a cell may omit."""
    column = -1
    for cell in row:
        found = place(cell.get("r", ""))
        column = found[1] if found else column + 1
        yield column, cell


def elements(root: etree._Element, name: str) -> Iterator[etree._Element]:
    """All elements of a local name, in the namespace of the root."""
    return root.iter(f"{space(root)}{name}")


def space(element: etree._Element) -> str:
    """The namespace of an element in braces."""
    return element.tag[: element.tag.find("}") + 1]


@lru_cache(maxsize=65536)
def place(reference: str) -> tuple[int, int] | None:
    """Row and column, from 0, of a reference such as ``B3``; None if invalid."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


def whole(value: str | None, missing: int = 0) -> int:
    """A stored count, or ``missing`` if it is not a number."""
    return int(value) if value and value.isdecimal() and len(value) < 9 else missing
