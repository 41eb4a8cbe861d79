"""The blocks of a document as HTML (网页正文)."""

from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from quanheng.document.blocks import (
    AnnexStart,
    Block,
    Contents,
    Folded,
    Heading,
    Paragraph,
)
from quanheng.document.chart import Chart
from quanheng.document.table import Align, Table
from quanheng.writers.html.chart import figure
from quanheng.writers.html.table import Mark, Marking, table, unmarked
from quanheng.writers.html.text import marked, text

_DEEPEST_IN_CONTENTS: Final = 2
_DEEPEST_TAG: Final = 5


def body(
    blocks: Iterable[Block], marks: Marking = unmarked, *, prefix: str = "b"
) -> str:
    """The blocks of a document, without the page around them.

    ``prefix`` begins the IDs of headings, unique for each document on a page.
    """
    return "\n".join(_body(blocks, marks, prefix))


def _body(blocks: Iterable[Block], marks: Marking, prefix: str) -> Iterator[str]:
    sequence = tuple(blocks)
    heading, across, depth = "", False, _DEEPEST_TAG
    for number, block in enumerate(sequence):
        if across and _begins_pages(block, sequence[number - 1]):
            across = False
            yield "</section>"
        if isinstance(block, AnnexStart):
            heading, across = block.label, block.across
            opening = '<section class="across">' if across else ""
            yield f'{opening}<p class="annex">{text(heading)}</p>'
        elif isinstance(block, Heading):
            heading, depth = block.text, min(_tag_level(block), depth + 1)
            mark = marks(block.at, block.text)
            yield _heading(block, f"{prefix}{number}", depth, mark)
        elif isinstance(block, Contents):
            yield _contents(sequence, prefix)
        else:
            yield _below(heading, block, marks)
    if across:
        yield "</section>"


def _below(
    heading: str, block: Paragraph | Table | Folded | Chart, marks: Marking
) -> str:
    match block:
        case Paragraph():
            return _paragraph(block, marks(block.at, block.text))
        case Table():
            return table(block, heading, marks)
        case Chart():
            return figure(block)
        case Folded():
            return _folded(block)
        case _:
            assert_never(block)


def _begins_pages(block: Block, before: Block) -> bool:
    """Whether an annex or a further report begins."""
    if isinstance(block, AnnexStart):
        return True
    is_title = isinstance(block, Heading) and block.level == 0
    return is_title and not isinstance(before, AnnexStart)


def _heading(block: Heading, name: str, depth: int, mark: Mark) -> str:
    """A heading of the report's level, whose ``aria-level`` skips none."""
    level = _tag_level(block)
    read_out = f' aria-level="{depth}"' if depth != level else ""
    return (
        f'<h{level} id="{name}"{read_out}{mark.attributes}>'
        f"{marked(block.text)}{mark.tail}</h{level}>"
    )


def _tag_level(block: Heading) -> int:
    return min(block.level + 1, _DEEPEST_TAG)


def _paragraph(block: Paragraph, mark: Mark) -> str:
    names = [block.align.value] if block.align is not Align.LEFT else []
    names += ["small"] if block.is_small else []
    kind = f' class="{" ".join(names)}"' if names else ""
    return f"<p{kind}{mark.attributes}>{marked(block.text)}{mark.tail}</p>"


def _folded(block: Folded) -> str:
    """Details that are not part of the report, so that readers skip them."""
    return (
        f'<details data-quanheng="beside"><summary>{text(block.summary)}</summary>'
        f"{table(block.table, block.summary)}</details>"
    )


def _contents(blocks: tuple[Block, ...], prefix: str) -> str:
    links = "".join(
        f'<li class="l{block.level}">'
        f'<a href="#{prefix}{number}">{text(block.text)}</a></li>'
        for number, block in enumerate(blocks)
        if isinstance(block, Heading) and 1 <= block.level <= _DEEPEST_IN_CONTENTS
    )
    return f'<nav class="contents" aria-label="目录"><ol>{links}</ol></nav>'
