"""The place of a value in its file (位置)."""

import re
from dataclasses import dataclass
from typing import Final

from quanheng.core.bilingual import Words

_PATH: Final = re.compile(
    r"(?:sheet\[(.{1,300}?)\]/)?"
    + "".join(
        rf"(?:{step}\[([1-9][0-9]{{0,8}})\](?:/(?=[a-z])|$))?"
        for step in ("page", "paragraph", "table", "row", "column")
    ),
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Source:
    """The place of a block, cell or record entry (位置).

    Exactly one of ``paragraph``, ``table``, ``sheet``, ``page`` and ``key`` is set; a
    place in a table or sheet may be narrowed to a row and a column. All numbers count
    from 1; merged cells count for each grid column, hidden columns of a sheet count too
    (column A is 1).

    Attributes:
        paragraph: Number of the paragraph outside tables.
        table: Number of the table, nested ones counted in reading order.
        row: Row of the table's grid.
        column: Column of the table's grid.
        key: Path of an entry in a record file, as ``indicators[3].target``.
        sheet: Name of the worksheet, empty outside workbooks.
        page: Number of the page, for a whole page.
    """

    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    key: str = ""
    sheet: str = ""
    page: int = 0

    @property
    def path(self) -> str:
        """The place for machines, stable within one file."""
        if self.key:
            return self.key
        steps = (
            ("page", self.page),
            ("paragraph", self.paragraph),
            ("table", self.table),
            ("row", self.row),
            ("column", self.column),
        )
        inner = "/".join(f"{name}[{number}]" for name, number in steps if number)
        return f"sheet[{self.sheet}]/{inner}" if self.sheet else inner

    @classmethod
    def parse(cls, path: str) -> "Source":
        """The place of a :attr:`path`; anything else is taken as a key."""
        match = _PATH.fullmatch(path)
        if match is None:
            return cls(key=path)
        sheet, *numbers = match.groups()
        page, paragraph, table, row, column = (int(n) if n else 0 for n in numbers)
        return cls(paragraph, table, row, column, "", sheet or "", page)

    @property
    def cell(self) -> str:
        """The name of a cell of a worksheet: ``I14``; empty for any other place."""
        is_cell = self.sheet and self.row and self.column
        return f"{column_letters(self.column)}{self.row}" if is_cell else ""

    def text(self, lang: str = "zh") -> str:
        """The place for people: ``表6 第5行 第4列``, ``工作表“附件1” I14``."""
        if self.key:
            return self.key
        parts = [NAMES["sheet"].text(lang).format(self.sheet)] if self.sheet else []
        if self.cell:
            return " ".join((*parts, self.cell))
        parts += [
            NAMES[name].text(lang).format(number)
            for name, number in (
                ("page", self.page),
                ("paragraph", self.paragraph),
                ("table", self.table),
                ("row", self.row),
                ("column", self.column),
            )
            if number
        ]
        return " ".join(parts) or NAMES["file"].text(lang)

    def is_called(self, place: str) -> bool:
        """Whether a place, as a path or as printed, is or contains this one."""
        if not place or place == self.cell:
            return True
        names = (self.path, self.text("zh"), self.text("en"))
        return any(
            name.startswith(place) and name[len(place) :][:1] in ("", *_INSIDE)
            for name in names
        )


_INSIDE: Final = ("/", ".", "[", " ")
"""Signs between the name of a place and that of a part of it."""


def column_letters(column: int) -> str:
    """The letters of a worksheet's column: ``AA`` for 27, none for 0."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


NAMES: Final = {
    "file": Words("全文", "whole file"),
    "sheet": Words("工作表“{}”", "sheet “{}”"),
    "page": Words("第{}页", "page {}"),
    "paragraph": Words("第{}段", "paragraph {}"),
    "table": Words("表{}", "table {}"),
    "row": Words("第{}行", "row {}"),
    "column": Words("第{}列", "column {}"),
}

WHOLE_FILE: Final = Source()
