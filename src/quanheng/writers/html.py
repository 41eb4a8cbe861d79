"""Documents to one self-contained web page (网页写出器)."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from html import escape
from importlib.resources import files
from typing import ClassVar, Final, assert_never

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Document,
    Heading,
    Paragraph,
)
from quanheng.document.table import Align, Cell, Table
from quanheng.writers.characters import storable

_DEEPEST_IN_CONTENTS: Final = 2


class HtmlWriter:
    """Writes a web page that also prints well (网页写出器)."""

    suffix: ClassVar[str] = ".html"

    def write(self, document: Document, created: date | None = None) -> bytes:
        """The document as a page that asks for no other file."""
        body = "\n".join(_body(document.blocks))
        return page(document.title or document.name, body, created).encode()


def page(title: str, body: str, created: date | None = None) -> str:
    """A whole page around a body.

    Args:
        title: Its title, as plain text.
        body: Markup of the body, escaped by the caller.
        created: Day for the page's properties, None to leave it undated.
    """
    dated = f'<meta name="dcterms.created" content="{created}">\n' if created else ""
    return (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"{dated}<title>{text(title)}</title>\n<style>\n{_style()}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def text(content: str) -> str:
    """Plain text as markup."""
    return escape(storable(content)).replace("\n", "<br>")


def table(block: Table, caption: str = "") -> str:
    """A table with its header cells marked as such.

    Args:
        block: The table.
        caption: What the table shows, for those who do not see the heading above it.
    """
    rows = [_row(block, number) for number in range(block.row_count)]
    head, body = rows[: block.header_rows], rows[block.header_rows :]
    named = f"<caption>{text(caption)}</caption>" if caption else ""
    inner = f"<thead>{''.join(head)}</thead>" if head else ""
    return (
        f'<div class="table"><table>{named}'
        f"{inner}<tbody>{''.join(body)}</tbody></table></div>"
    )


@cache
def _style() -> str:
    return files("quanheng.writers").joinpath("html.css").read_text("utf-8")


def _body(blocks: Iterable[Block]) -> Iterator[str]:
    sequence = tuple(blocks)
    heading = ""
    for number, block in enumerate(sequence):
        match block:
            case Heading():
                heading = block.text
                yield _heading(block, number)
            case Paragraph():
                yield _paragraph(block)
            case Table():
                yield table(block, heading)
            case AnnexStart():
                heading = block.label
                yield f'<p class="annex">{text(block.label)}</p>'
            case Contents():
                yield _contents(sequence)
            case _:
                assert_never(block)


def _heading(block: Heading, number: int) -> str:
    tag = f"h{min(block.level, 4) + 1}"
    return f'<{tag} id="b{number}">{text(block.text)}</{tag}>'


def _paragraph(block: Paragraph) -> str:
    kind = "" if block.align is Align.LEFT else f' class="{block.align.value}"'
    return f"<p{kind}>{text(block.text)}</p>"


def _contents(blocks: tuple[Block, ...]) -> str:
    links = "".join(
        f'<li class="l{block.level}"><a href="#b{number}">{text(block.text)}</a></li>'
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and 1 <= block.level <= _DEEPEST_IN_CONTENTS
    )
    return f'<nav aria-label="目录"><ol>{links}</ol></nav>'


def _row(block: Table, number: int) -> str:
    cells = (cell for cell in block.cells if cell.row == number)
    header = number < block.header_rows
    return f"<tr>{''.join(_cell(cell, header=header) for cell in cells)}</tr>"


def _cell(cell: Cell, *, header: bool) -> str:
    spans = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    if cell.column_span > 1:
        spans += f' colspan="{cell.column_span}"'
    if header:
        scope = "colgroup" if cell.column_span > 1 else "col"
        return f'<th scope="{scope}"{spans}>{text(cell.text)}</th>'
    kind = "" if cell.align is Align.LEFT else f' class="{cell.align.value}"'
    return f"<td{kind}{spans}>{text(cell.text)}</td>"
