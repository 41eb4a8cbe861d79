"""Tables as HTML, with optional marks on cells (网页表格)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from quanheng.core.source import Source
from quanheng.document.table import Align, Cell, Table
from quanheng.writers.html.text import marked, text


@dataclass(frozen=True, slots=True)
class Mark:
    """Attributes (with leading blanks) and trailing HTML added to an element (标注)."""

    attributes: str = ""
    tail: str = ""


Marking: TypeAlias = Callable[[Source, str], Mark]
"""The mark of a block or cell, by its place and text; a table has no text."""
NO_MARK: Final = Mark()


def unmarked(at: Source, content: str) -> Mark:
    """No mark."""
    return NO_MARK


def table(block: Table, caption: str = "", marks: Marking = unmarked) -> str:
    """A table with header cells, and a caption for screen readers."""
    rows = [_row(block, number, marks) for number in range(block.row_count)]
    head, rest = rows[: block.header_rows], rows[block.header_rows :]
    named = f"<caption>{text(caption)}</caption>" if caption else ""
    inner = f"<thead>{''.join(head)}</thead>" if head else ""
    mark = marks(block.at, "")
    # A wide table can be scrolled with the keyboard.
    kind = "table form" if block.one_page else "table"
    return (
        f'<div class="{kind}" tabindex="0"{mark.attributes}>{mark.tail}<table>{named}'
        f"{inner}<tbody>{''.join(rest)}</tbody></table></div>"
    )


def _row(block: Table, number: int, marks: Marking) -> str:
    cells = (cell for cell in block.cells if cell.row == number)
    header = number < block.header_rows
    parts = (_cell(c, marks(c.at, c.text), header=header) for c in cells)
    return f"<tr>{''.join(parts)}</tr>"


def _cell(cell: Cell, mark: Mark, *, header: bool) -> str:
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    if cell.column_span > 1:
        spans += f' colspan="{cell.column_span}"'
    if header:
        scope = "colgroup" if cell.column_span > 1 else "col"
        opening = f'<th scope="{scope}"{spans}{mark.attributes}>'
        return f"{opening}{marked(cell.text)}{mark.tail}</th>"
    kind = "" if cell.align is Align.LEFT else f' class="{cell.align.value}"'
    return f"<td{kind}{spans}{mark.attributes}>{marked(cell.text)}{mark.tail}</td>"
