"""Report → a document of plain tables, to be edited as a workbook (写出数据表)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from quanheng.core.bilingual import Words
from quanheng.core.errors import UnreadableFileError
from quanheng.core.field import Field
from quanheng.core.report import Report
from quanheng.core.source import WHOLE_FILE, Source
from quanheng.document.blocks import Block, Document, Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.record import words
from quanheng.record.dump import binding_yaml, project_data

Line = Sequence[Field | str | None]
"""The cells of a row; None where the form has no such cell."""


def record_document(report: Report) -> Document:
    """A report as headings with one table for each part of a project.

    :func:`quanheng.record.from_tables.read_record` makes the same report of it, except
    for places.

    Raises:
        UnreadableFileError: A text is too long for a cell of a workbook.
    """
    blocks: list[Block] = [Heading(words.MARK, 0)]
    blocks += (Paragraph(line) for line in words.GUIDE)
    for block in record_blocks(report):
        if isinstance(block, Table):
            _fit_a_workbook(block)
        blocks.append(block)
    return Document(report.file, tuple(blocks), words.MARK)


def record_blocks(report: Report) -> Iterator[Block]:
    """The tables of a report with their headings, without the guide for editors."""
    for number, project in enumerate(report.projects, 1):
        data = project_data(project, lambda field: field)
        for name, lines in _parts(data):
            several = len(report.projects) > 1
            yield Heading(f"{name}（{number}）" if several else name, 1)
            yield _table(lines)


def _table(lines: Iterable[Line]) -> Table:
    rows = list(lines)
    cells = tuple(
        Cell(_text(value), row, column, at=_place(value))
        for row, line in enumerate(rows)
        for column, value in enumerate(line)
    )
    return Table(cells, len(rows), len(rows[0]), header_rows=1)


def _place(value: Field | str | None) -> Source:
    return value.at if isinstance(value, Field) else WHOLE_FILE


def _text(value: Field | str | None) -> str:
    if isinstance(value, Field) and value.seen:
        return words.UNCERTAIN + value.seen
    return words.ABSENT if value is None else str(value)


def _fit_a_workbook(table: Table) -> None:
    for text in (cell.text for cell in table.cells):
        if len(text) > words.LONGEST_CELL:
            raise UnreadableFileError(
                Words(
                    f"单元格最多{words.LONGEST_CELL}字，“{text[:10]}…”有{len(text)}字",
                    f"a cell holds {words.LONGEST_CELL} characters, "
                    f"“{text[:10]}…” has {len(text)}",
                ),
                Words("请改用 --to yaml", "use --to yaml"),
            )


def _parts(data: Mapping[str, Any]) -> Iterator[tuple[str, Iterable[Line]]]:
    """The parts of a project with their lines."""
    yield words.PROJECT, _pairs(words.PROJECT, words.FIELDS, data)
    if data["budget"] is not None:
        yield words.BUDGET, _budget(data["budget"]["rows"])
    if any(field is not None for field in data["goals"].values()):
        yield words.GOALS, _pairs(words.GOALS, words.GOAL_FIELDS, data)
    if "labels" in data:
        yield words.INDICATORS, _indicators(words.INDICATORS, data)
    for number, table in enumerate(data["section_tables"], 1):
        name = words.SECTION_INDICATORS
        yield f"{name}{number}", _indicators(name, table)
    if table := data.get("period_table"):
        yield words.PERIOD_INDICATORS, _indicators(words.PERIOD_INDICATORS, table)
    if data["sections"]:
        yield words.NARRATIVE, _narrative(data["sections"])
    if remarks := list(_remarks(data)):
        yield words.REMARKS, [_head(words.REMARKS), *remarks]
    if bindings := list(_bindings(data)):
        yield words.BINDINGS, [_head(words.BINDINGS), *bindings]


def _head(corner: str) -> Line:
    return corner, *words.HEADS[corner]


def _pairs(
    corner: str, rows: Mapping[str, Sequence[str]], data: Mapping[str, Any]
) -> Iterator[Line]:
    yield _head(corner)
    for name, path in rows.items():
        value: Any = data
        for key in path:
            value = value.get(key) if value is not None else None
        for item in value if isinstance(value, list) else (value,):
            if item is not None and item != "":
                yield name, item


def _budget(rows: Mapping[str, Mapping[str, Field]]) -> Iterator[Line]:
    known = {column for cells in rows.values() for column in cells} | {"total"}
    columns = [key for key in words.BUDGET_COLUMNS.values() if key in known]
    names = {key: name for name, key in words.BUDGET_COLUMNS.items()}
    yield words.BUDGET, *(names[key] for key in columns)
    for name, row in words.BUDGET_ROWS.items():
        if row in rows:
            yield name, *(rows[row].get(key) for key in columns)


def _indicators(corner: str, data: Mapping[str, Any]) -> Iterator[Line]:
    rows, labels, total = data["indicators"], data["labels"], data["total_row"]
    filled = [labels, total, *rows]
    columns = {
        name: key
        for name, key in words.COLUMNS.items()
        if key == "level3" or any(part.get(key) is not None for part in filled)
    }
    yield corner, *columns
    if labels:
        yield words.HEADER_ROW, *(labels.get(key) for key in columns.values())
    for number, row in enumerate(rows, 1):
        yield str(number), *(row[key] for key in columns.values())
    if any(field is not None for field in total.values()):
        yield words.TOTAL_ROW, *(total.get(key) for key in columns.values())


def _narrative(sections: Iterable[Mapping[str, Any]]) -> Iterator[Line]:
    levels = {level: name for name, level in words.LEVELS.items()}
    chapters = {chapter: name for name, chapter in words.CHAPTERS.items()}
    yield _head(words.NARRATIVE)
    for section in sections:
        level = levels[str(section["level"])]
        yield level, chapters[section["chapter"]], section["heading"]
        for paragraph in section["paragraphs"]:
            yield words.PARAGRAPH, "", paragraph


def _remarks(data: Mapping[str, Any]) -> Iterator[Line]:
    for name, owner in chain([(words.PROJECT, data)], _rows(data)):
        for remark in owner.get("remarks", ()):
            yield name, remark["label"], remark["text"]


def _rows(data: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows of all indicator tables: 指标3, 分章指标1-3, 实施期指标2."""
    tables = [(words.INDICATORS, data["indicators"])]
    for number, table in enumerate(data["section_tables"], 1):
        tables.append((f"{words.SECTION_INDICATORS}{number}-", table["indicators"]))
    if table := data.get("period_table"):
        tables.append((words.PERIOD_INDICATORS, table["indicators"]))
    for name, rows in tables:
        for number, row in enumerate(rows, 1):
            yield f"{name}{number}", row


def _bindings(data: Mapping[str, Any]) -> Iterator[Line]:
    """The bindings: those of cells of the budget, then those of actuals."""
    money = data["budget"]["rows"] if data["budget"] is not None else {}
    for label, row in words.BUDGET_ROWS.items():
        for head, column in words.BUDGET_COLUMNS.items():
            cell = money.get(row, {}).get(column)
            if cell is not None and cell.binding is not None:
                place = words.CELL.format(label, head)
                yield words.BUDGET, place, binding_yaml(cell.binding)
    for name, indicator in _rows(data):
        actual = indicator["actual"]
        if actual is not None and actual.binding is not None:
            yield name, words.ACTUAL, binding_yaml(actual.binding)
