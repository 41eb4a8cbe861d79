"""Workbooks with one register a sheet (读取工作簿)."""

from collections.abc import Iterator

from quanheng.readers.workbook.stored_values import stored_sheets
from quanheng.registers.reading.table import RawTable


def workbook_tables(data: bytes, file: str) -> Iterator[RawTable]:
    """The tables of a workbook, one a sheet that holds anything.

    Raises:
        UnreadableFileError: It is damaged, protected or too large.
    """
    for sheet in stored_sheets(data):
        file_name = f"{file}#{sheet.name}"
        yield RawTable(sheet.name, file_name, sheet.rows, sheet.epoch, sheet.merged)
