"""A document as lines and sheets, with what is read of it (样本)."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from quanheng.core.errors import QuanhengError
from quanheng.core.source import Source
from quanheng.document import table as tables
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.record.dump import dump_report
from quanheng.tasks.reading.read_report import read_report
from quanheng.testing.forms.carriers import written
from quanheng.testing.forms.form import Truth
from quanheng.testing.forms.grid import Block, Cell, Line, Sheet, Strip

CARRIER: Final = "html"
"""What a sample is read from; its places name the table and the row of its grid."""
_PARTS: Final = ("project", "goals")


@dataclass(frozen=True, slots=True)
class Sample:
    """A document to change, and what is read of it as it stands.

    Attributes:
        name: What it is called.
        blocks: Its lines and tables in order.
        reading: What ``convert`` says of it.
    """

    name: str
    blocks: tuple[Block, ...]
    reading: Mapping[str, Any]

    @property
    def truth(self) -> Truth:
        """What was read in the shape of a truth, to hold other readings against."""
        return {"projects": [_told(p) for p in self.reading.get("projects", ())]}

    @property
    def sheets(self) -> list[Sheet]:
        """Its tables, in the order in which places number them."""
        return [block for block in self.blocks if isinstance(block, Sheet)]


def sample(name: str, blocks: tuple[Block, ...]) -> Sample:
    """Blocks with what is read of them."""
    return Sample(name, blocks, read_from(blocks, CARRIER))


def read_from(blocks: tuple[Block, ...], carrier: str) -> dict[str, Any]:
    """What is read of blocks in a carrier; nothing where they are refused."""
    data, suffix = written(blocks, carrier, "utf-8")
    try:
        return dump_report(read_report(data, f"sample{suffix}"))
    except QuanhengError:
        return {}


def blocks_of(document: Document) -> tuple[Block, ...]:
    """The lines and tables of a document that was read."""
    found: list[Block] = []
    for block in document.blocks:
        if isinstance(block, tables.Table):
            found.append(_sheet(block))
        elif isinstance(block, Heading | Paragraph):
            is_title = isinstance(block, Heading) and block.level == 0
            found.append(Line(block.text, is_title))
    return tuple(found)


def _sheet(table: tables.Table) -> Sheet:
    rows: list[list[Cell]] = [[] for _ in range(table.row_count)]
    for number, line in enumerate(table.grid):
        for column, cell in enumerate(line):
            if cell is None:
                rows[number].append(Cell(""))
            elif (cell.row, cell.column) == (number, column):
                down = min(cell.row_span, table.row_count - number)
                across = min(cell.column_span, table.column_count - column)
                rows[number].append(Cell(cell.text, across, down))
    return Sheet([Strip("", tuple(cells)) for cells in rows], table.column_count)


# -- values with their places


@dataclass(frozen=True, slots=True)
class Value:
    """A value that was read (取值).

    Attributes:
        place: What it is: ``budget.annual.total``, ``indicators.weight``.
        raw: Its text.
        at: Where it stands.
        steps: Keys and numbers that lead to it in the truth.
        is_joined: Whether its text comes from several cells.
    """

    place: str
    raw: str
    at: Source
    steps: tuple[str | int, ...]
    is_joined: bool


def values(reading: Mapping[str, Any]) -> Iterator[Value]:
    """Every value that was read and is compared with a truth."""
    for number, project in enumerate(reading.get("projects", ())):
        yield from _values(_kept(project), ("projects", number))


def _values(data: Any, steps: tuple[str | int, ...]) -> Iterator[Value]:
    if isinstance(data, Mapping) and "raw" in data:
        named = [step for step in steps[2:] if isinstance(step, str)]
        yield Value(
            ".".join(named),
            data["raw"],
            Source.parse(data["at"]["path"]),
            steps,
            bool(data.get("also")),
        )
    elif isinstance(data, Mapping):
        for key, inner in data.items():
            yield from _values(inner, (*steps, key))
    elif isinstance(data, list):
        for number, inner in enumerate(data):
            yield from _values(inner, (*steps, number))


_ROW: Final = (
    *("level1", "level2", "level3", "weight", "target", "actual"),
    *("completion", "score", "reason"),
)


def _kept(project: Mapping[str, Any]) -> dict[str, Any]:
    """Of a project what a truth speaks of, fields as they are."""
    budget = project.get("budget")
    rows = project.get("indicators") or ()
    found = {part: project.get(part) or {} for part in _PARTS}
    return {
        **found,
        "budget": budget
        and {"unit": budget.get("unit"), "rows": budget.get("rows") or {}},
        "indicators": [{key: row.get(key) for key in _ROW} for row in rows],
        "total_score": project.get("total_score"),
        "grade": project.get("grade"),
    }


def _told(project: Mapping[str, Any]) -> Any:
    return _texts(_kept(project))


def _texts(data: Any) -> Any:
    """Fields as their texts."""
    if isinstance(data, Mapping):
        if "raw" in data:
            return data["raw"]
        return {key: _texts(inner) for key, inner in data.items()}
    if isinstance(data, list):
        return [_texts(inner) for inner in data]
    return str(data) if isinstance(data, int) else data


def bare(text: str) -> str:
    """A text without blanks and bars."""
    return re.sub(r"[\s|｜│]", "", text)
