"""Documents to one self-contained web page (网页写出器)."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import ClassVar, Final, TypeAlias, assert_never

from quanheng.core.source import Source
from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Document,
    Folded,
    Heading,
    Paragraph,
)
from quanheng.document.chart import Chart
from quanheng.document.table import Align, Cell, Table
from quanheng.writers.base import PLAIN, Finish
from quanheng.writers.characters import storable

_DEEPEST_IN_CONTENTS: Final = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """What is added to the element of a place (标注).

    Attributes:
        attributes: Attributes of the element, a blank before each: `` data-x="1"``.
        tail: Markup at its end.
    """

    attributes: str = ""
    tail: str = ""


Marking: TypeAlias = Callable[[Source, str], Mark]
"""The mark of a block or cell, by its place and text; a table has no text."""
NO_MARK: Final = Mark()


def unmarked(at: Source, content: str) -> Mark:
    """No mark anywhere."""
    return NO_MARK


class HtmlWriter:
    """Writes a web page that also prints well (网页写出器)."""

    suffix: ClassVar[str] = ".html"

    def write(self, document: Document, finish: Finish = PLAIN) -> bytes:
        """The document as a page that asks for no other file."""
        return page(
            document.title or document.name, body(document.blocks), finish.created
        ).encode()


def page(
    title: str,
    content: str,
    created: date | None = None,
    *,
    lang: str = "zh-CN",
    style: str = "",
    script: str = "",
) -> str:
    """A whole page that runs no script but its own and asks for no other file.

    Args:
        title: Its title, as plain text.
        content: Markup of the body, escaped by the caller.
        created: Day for the page's properties, None to leave it undated.
        lang: Its language.
        style: Style sheet on top of the common one.
        script: Script to run at its end.
    """
    dated = f'<meta name="dcterms.created" content="{created}">\n' if created else ""
    ending = f"<script>{script}</script>\n" if script else ""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script)}">\n'
        f"{dated}<title>{text(title)}</title>\n"
        f"<style>\n{_style()}{style}</style>\n</head>\n"
        f"<body>\n<main>\n{content}\n</main>\n{ending}</body>\n</html>\n"
    )


def _policy(script: str) -> str:
    """What the browser may do: even markup that escaped us runs nothing."""
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    if not script:
        return policy
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return f"{policy}; script-src 'sha256-{digest}'"


def text(content: str) -> str:
    """Plain text as markup."""
    return escape(storable(content)).replace("\n", "<br>")


def attribute(content: str) -> str:
    """Plain text as the value of an attribute, in double quotes."""
    return escape(storable(" ".join(content.split())))


def table(block: Table, caption: str = "", marks: Marking = unmarked) -> str:
    """A table with its header cells marked as such.

    Args:
        block: The table.
        caption: What the table shows, for those who do not see the heading above it.
        marks: What is added to the table and its cells.
    """
    rows = [_row(block, number, marks) for number in range(block.row_count)]
    head, rest = rows[: block.header_rows], rows[block.header_rows :]
    named = f"<caption>{text(caption)}</caption>" if caption else ""
    inner = f"<thead>{''.join(head)}</thead>" if head else ""
    mark = marks(block.at, "")
    # A wide table scrolls sideways, with the keyboard too.
    return (
        f'<div class="table" tabindex="0"{mark.attributes}>{mark.tail}<table>{named}'
        f"{inner}<tbody>{''.join(rest)}</tbody></table></div>"
    )


def body(
    blocks: Iterable[Block], marks: Marking = unmarked, *, prefix: str = "b"
) -> str:
    """The blocks of a document, without a page around them.

    Args:
        blocks: The blocks.
        marks: What is added to blocks and cells.
        prefix: Begins the ids of the headings; of its own where a page holds several.
    """
    return "\n".join(_body(blocks, marks, prefix))


@cache
def _style() -> str:
    return files("quanheng.writers").joinpath("html.css").read_text("utf-8")


def _body(blocks: Iterable[Block], marks: Marking, prefix: str) -> Iterator[str]:
    sequence = tuple(blocks)
    heading = ""
    for number, block in enumerate(sequence):
        match block:
            case Heading():
                heading = block.text
                yield _heading(block, f"{prefix}{number}", marks(block.at, block.text))
            case Paragraph():
                yield _paragraph(block, marks(block.at, block.text))
            case Table():
                yield table(block, heading, marks)
            case AnnexStart():
                heading = block.label
                yield f'<p class="annex">{text(block.label)}</p>'
            case Chart() | Folded():
                continue
            case Contents():
                yield _contents(sequence, prefix)
            case _:
                assert_never(block)


def _heading(block: Heading, name: str, mark: Mark) -> str:
    tag = f"h{min(block.level, 4) + 1}"
    return f'<{tag} id="{name}"{mark.attributes}>{text(block.text)}{mark.tail}</{tag}>'


def _paragraph(block: Paragraph, mark: Mark) -> str:
    kind = "" if block.align is Align.LEFT else f' class="{block.align.value}"'
    return f"<p{kind}{mark.attributes}>{text(block.text)}{mark.tail}</p>"


def _contents(blocks: tuple[Block, ...], prefix: str) -> str:
    links = "".join(
        f'<li class="l{block.level}">'
        f'<a href="#{prefix}{number}">{text(block.text)}</a></li>'
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and 1 <= block.level <= _DEEPEST_IN_CONTENTS
    )
    return f'<nav aria-label="目录"><ol>{links}</ol></nav>'


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
        return f"{opening}{text(cell.text)}{mark.tail}</th>"
    kind = "" if cell.align is Align.LEFT else f' class="{cell.align.value}"'
    return f"<td{kind}{spans}{mark.attributes}>{text(cell.text)}{mark.tail}</td>"
