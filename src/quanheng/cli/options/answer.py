"""Options for the format and file of an answer (答复选项)."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

FORMAT: Final = typer.Option("--format", help="输出格式 format of the answer")
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", help="输出文件，xlsx 必填 the file to write"),
]


class PlainFormat(StrEnum):
    """Formats for a screen or a program (文本格式)."""

    TEXT = "text"
    JSON = "json"


class ListFormat(StrEnum):
    """These and a workbook (清单格式)."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"


class PageFormat(StrEnum):
    """These, a web page and a workbook (网页格式)."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    XLSX = "xlsx"


class DueFormat(StrEnum):
    """These, a calendar and a workbook (日程格式)."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"
    XLSX = "xlsx"


PlainOption = Annotated[PlainFormat, FORMAT]
ListOption = Annotated[ListFormat, FORMAT]
PageOption = Annotated[PageFormat, FORMAT]
DueOption = Annotated[DueFormat, FORMAT]
