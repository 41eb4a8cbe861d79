"""A document of plain tables → Report: an edited workbook as input (读入数据表)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from quanheng.core.bilingual import Words
from quanheng.core.computed.binding_record import read_binding
from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import Field
from quanheng.core.refusals import unexpected
from quanheng.core.report import Report
from quanheng.core.source import Source
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.office.plain_yaml import parse_yaml
from quanheng.record import words
from quanheng.record.load import load_project

_OWNER: Final = re.compile(
    rf"{words.PROJECT}|(?:{words.SECTION_INDICATORS}(?P<table>\d+)-"
    rf"|(?P<period>{words.PERIOD_INDICATORS})|{words.INDICATORS})(?P<row>\d+)"
)

Data = dict[str, Any]
Lines = Sequence[Sequence[Cell]]


def is_record(document: Document) -> bool:
    """Whether a document is a record, by its first line."""
    first = document.blocks[0] if document.blocks else None
    return isinstance(first, Heading | Paragraph) and first.text == words.MARK


def read_record(document: Document) -> Report:
    """The report in a document that is a record.

    Raises:
        UnreadableFileError: A table, row or column has a name that is not known.
    """
    projects: list[Data] = []
    for block in document.blocks:
        if isinstance(block, Table):
            _read(block, projects)
    if not projects:
        raise _wrong(Source(), [words.PROJECT])
    return Report(document.name, tuple(load_project(data) for data in projects))


def _read(table: Table, projects: list[Data]) -> None:
    """Read one table; the project's own table begins a new one."""
    rows = [
        [cell or Cell("", number, 0, at=table.at) for cell in row]
        for number, row in enumerate(table.grid)
    ]
    corner = rows[0][0]
    known = _READINGS if projects else (words.PROJECT,)
    if corner.text not in known:
        raise _wrong(corner.at, known)
    if corner.text == words.PROJECT:
        projects.append({"at": table.at})
    for number, name in enumerate(words.HEADS.get(corner.text, ()), 1):
        cell = rows[0][min(number, len(rows[0]) - 1)]
        if cell.text != name:
            raise _wrong(cell.at, [name])
    _READINGS[corner.text](projects[-1], rows)


def _pairs(paths: Mapping[str, Sequence[str]]) -> Callable[[Data, Lines], None]:
    def read(data: Data, rows: Lines) -> None:
        for label, value, *_ in rows[1:]:
            *above, last = _named(label, paths)
            inner = data
            for key in above:
                inner = inner.setdefault(key, {})
            if last == "further":
                inner.setdefault(last, []).append(_field(value))
            else:
                inner[last] = _field(value)

    return read


def _budget(data: Data, rows: Lines) -> None:
    columns = [_named(cell, words.BUDGET_COLUMNS) for cell in rows[0][1:]]
    budget = data.setdefault("budget", {})
    budget["at"] = _sheet(rows)
    budget["rows"] = {
        _named(label, words.BUDGET_ROWS): _fields(columns, cells)
        for label, *cells in rows[1:]
    }


def _indicators(data: Data, rows: Lines) -> None:
    columns = [_named(cell, words.COLUMNS) for cell in rows[0][1:]]
    data.update(indicators=[], table_at=_sheet(rows))
    for label, *cells in rows[1:]:
        fields = _fields(columns, cells)
        if label.text == words.HEADER_ROW:
            data["labels"] = fields
        elif label.text == words.TOTAL_ROW:
            data["total_row"] = fields
        else:
            at = Source(table=label.at.table, row=label.at.row, sheet=label.at.sheet)
            data["indicators"].append({**fields, "at": at})


def _section_indicators(data: Data, rows: Lines) -> None:
    table: Data = {}
    _indicators(table, rows)
    data.setdefault("section_tables", []).append(table)


def _period_indicators(data: Data, rows: Lines) -> None:
    _indicators(data.setdefault("period_table", {}), rows)


def _narrative(data: Data, rows: Lines) -> None:
    sections: list[Data] = []
    for kind, chapter, text, *_ in rows[1:]:
        if sections and kind.text == words.PARAGRAPH:
            sections[-1]["paragraphs"].append(_field(text))
            continue
        section: Data = {
            "level": _named(kind, words.LEVELS),
            "chapter": _named(chapter, words.CHAPTERS),
            "heading": _field(text),
            "paragraphs": [],
        }
        sections.append(section)
    data["sections"] = sections


def _remarks(data: Data, rows: Lines) -> None:
    for owner, label, text, *_ in rows[1:]:
        remark = {"label": _field(label), "text": _field(text)}
        _owner(data, owner).setdefault("remarks", []).append(remark)


def _bindings(data: Data, rows: Lines) -> None:
    for owner, label, said, *_ in rows[1:]:
        if owner.text == words.BUDGET:
            cells, key = _money(data, label)
        else:
            key = _named(label, {words.ACTUAL: "actual"})
            cells = _owner(data, owner)
        field = cells.get(key)
        if not isinstance(field, Field):
            raise _wrong(label.at, [words.CELL.format("…", "…"), words.ACTUAL])
        binding = parse_yaml(said.text)
        if not isinstance(binding, dict):
            raise _wrong(said.at, ["{from: …, measure: …}"])
        cells[key] = replace(field, binding=read_binding(binding, said.at.text()))


def _money(data: Data, cell: Cell) -> tuple[Data, str]:
    """The row of the budget and the column that a label names."""
    for row_label, row in words.BUDGET_ROWS.items():
        for label, column in words.BUDGET_COLUMNS.items():
            if cell.text == words.CELL.format(row_label, label):
                rows: Data = data.get("budget", {}).get("rows", {})
                return rows.get(row, {}), column
    return {}, ""


def _owner(data: Data, cell: Cell) -> Data:
    """The owner of a remark: 项目, 指标3, 分章指标1-3, 实施期指标2."""
    if match := _OWNER.fullmatch(cell.text):
        if match["row"] is None:
            return data
        tables = _tables(data, match)
        table, row = int(match["table"] or 1), int(match["row"])
        if 0 < table <= len(tables):
            rows: list[Data] = tables[table - 1].get("indicators", [])
            if 0 < row <= len(rows):
                return rows[row - 1]
    raise _wrong(cell.at, [words.PROJECT, f"{words.INDICATORS}1"])


def _tables(data: Data, match: re.Match[str]) -> Sequence[Data]:
    """The tables among which that of an owner is."""
    if match["period"]:
        return [data.get("period_table", {})]
    found: Sequence[Data] = data.get("section_tables", ()) if match["table"] else [data]
    return found


def _fields(columns: Sequence[str], cells: Sequence[Cell]) -> Data:
    """The cells of a row by column, without those that the form does not have."""
    pairs = zip(columns, cells, strict=False)
    return {key: field for key, cell in pairs if (field := _field(cell)) is not None}


def _field(cell: Cell) -> Field | None:
    if cell.text == words.ABSENT:
        return None
    if seen := cell.text.removeprefix(words.UNCERTAIN):
        is_value = len(seen) == len(cell.text)
        return Field(seen, cell.at) if is_value else Field("", cell.at, seen=seen)
    return Field("", cell.at)


def _sheet(rows: Lines) -> Source:
    at = rows[0][0].at
    return Source(table=at.table, sheet=at.sheet)


def _named(cell: Cell, known: Mapping[str, Any]) -> Any:
    if cell.text not in known:
        raise _wrong(cell.at, known)
    return known[cell.text]


def _wrong(at: Source, known: Iterable[str]) -> UnreadableFileError:
    names = "、".join(known)
    place = Words(at.text(), at.text("en"))
    return unexpected(place, Words(f"以下之一：{names}", f"one of {names}"))


_READINGS: Final[Mapping[str, Callable[[Data, Lines], None]]] = {
    words.PROJECT: _pairs(words.FIELDS),
    words.BUDGET: _budget,
    words.GOALS: _pairs(words.GOAL_FIELDS),
    words.INDICATORS: _indicators,
    words.SECTION_INDICATORS: _section_indicators,
    words.PERIOD_INDICATORS: _period_indicators,
    words.NARRATIVE: _narrative,
    words.REMARKS: _remarks,
    words.BINDINGS: _bindings,
}
"""Part → the function that reads its table into plain data."""
