"""Rows and lines → what each of them is, decided together (行的判别)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from quanheng.core.source import Source
from quanheng.document.blocks import Block, Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.forms.recognising.dumps.columned import on_columns
from quanheng.forms.recognising.indicators.turned import upright
from quanheng.forms.recognising.judging.features import Item, features
from quanheng.forms.recognising.judging.path import Choice, best_path, learned_weights
from quanheng.forms.recognising.rows import Row, rows_of

KINDS: Final = (
    *("text", "title", "pair", "money_head", "money", "goal_head", "goal", "head"),
    *("class", "indicator", "filler", "subtotal", "total", "note", "other"),
)
"""What a row or line may be."""
_LINES: Final = frozenset(
    ("text", "title", "pair", "goal", "total", "note", "other"),
)
"""What a line outside tables may be: it has no columns."""
_ROW: Final = range(len(KINDS))
_LINE: Final = tuple(n for n in _ROW if KINDS[n] in _LINES)


def labelled_tables(blocks: Iterable[Block]) -> dict[int, list[Row]]:
    """The rows of each table of a document, each knowing what it is.

    Args:
        blocks: The blocks of the document; a table is known by its identity.
    """
    items: list[Item] = []
    tables: list[int] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = upright(rows_of(block))
            items += [Item(row, opens=n == 0) for n, row in enumerate(rows)]
            tables += [id(block)] * len(rows)
            continue
        if not isinstance(block, Heading | Paragraph):
            continue
        for line in block.text.split("\n"):
            if line.strip():
                items.append(line_item(line.strip(), block.at))
                tables.append(0)
    found: dict[int, list[Row]] = defaultdict(list)
    for row, table in zip(judged(items), tables, strict=True):
        found[table].append(row)
    return {table: on_columns(rows) for table, rows in found.items() if table}


def judged(items: Sequence[Item]) -> list[Row]:
    """The rows of items, each knowing what it is."""
    return [
        item.row.judged(*choice)
        for item, choice in zip(items, labelled(items), strict=True)
    ]


def line_item(line: str, at: Source) -> Item:
    """A line as a row of one cell."""
    cell = Cell(line, 0, 0, at=at)
    return Item(Row((cell,), (cell,), (), at), is_line=True)


def labelled(items: Sequence[Item]) -> list[Choice]:
    """What each row or line is: the best sequence of all."""
    weights = learned_weights("rows")
    marks = features(items)
    scores = {
        id(one): weights.scores(one) for one in {id(m): m for m in marks}.values()
    }
    own = [scores[id(one)] for one in marks]
    return best_path(own, weights, [_LINE if i.is_line else _ROW for i in items])
