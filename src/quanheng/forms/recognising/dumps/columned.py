"""Rows of a table that lost its spans or blank cells → rows on columns (对栏)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.recognising.dumps.heads import Stack, head_stacks
from quanheng.forms.recognising.dumps.money_columns import money_columns
from quanheng.forms.recognising.dumps.pieces import Piece
from quanheng.forms.recognising.dumps.placing import SURE, Board, placed, worth
from quanheng.forms.recognising.indicators.columns import Column, roles
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.rows import Row

_RUNS: Final = {
    **dict.fromkeys(
        ("head", "indicator", "class", "filler", "subtotal", "total", "note"),
        "indicators",
    ),
    "money_head": "money",
    "money": "money",
    "goal_head": "goals",
    "goal": "goals",
}
_MOST_ROWS: Final = 5000
"""Rows below one head; what is beyond is not read."""
_PLACED: Final = frozenset(("indicator", "filler"))


def on_columns(rows: Sequence[Row]) -> list[Row]:
    """The rows of one table, each cell below its head.

    Worksheets, and tables with cells over several rows, are grids already.
    """
    if any(row.at.sheet or row.carried for row in rows):
        return list(rows)
    found: list[Row] = []
    for name, run in groupby(rows, key=lambda row: _RUNS.get(row.kind, "")):
        found += _run(name, list(run))
    return found


def _run(name: str, rows: list[Row]) -> list[Row]:
    if not name:
        return [row if _has_spans(row) else _spread([row])[0] for row in rows]
    widths = {sum(cell.column_span for cell in row.own) for row in rows}
    if len(widths) == 1:
        # Where a page goes on, the head before it tells which columns there are.
        is_grid = any(map(_has_spans, rows)) or _goes_on(name, rows)
        return rows if is_grid else _spread(rows)
    if name == "indicators":
        return [row for part in _sections(rows) for row in _indicators(part)]
    return _money(rows) if name == "money" else rows


def _sections(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows from one head to the next."""
    part: list[Row] = []
    for row in rows:
        if row.kind == "head" and part and part[-1].kind != "head":
            yield part
            part = []
        part.append(row)
    yield part


def _goes_on(name: str, rows: Sequence[Row]) -> bool:
    return name == "indicators" and rows[0].kind != "head"


def _has_spans(row: Row) -> bool:
    return any(cell.column_span > 1 for cell in row.own)


def _spread(rows: Sequence[Row]) -> list[Row]:
    """Rows of a grid: columns without any text belong to the cell left of them."""
    width = max(len(row.own) for row in rows)
    starts = [
        n
        for n in range(width)
        if n == 0 or any(n < len(row.own) and row.own[n].text for row in rows)
    ]
    ends = [*starts[1:], width]
    if len(starts) == width:
        return list(rows)
    found = []
    for row in rows:
        own = tuple(
            replace(row.own[start], column_span=end - start)
            for start, end in zip(starts, ends, strict=True)
            if start < len(row.own)
        )
        slots = tuple(cell for cell in own for _ in range(cell.column_span))
        found.append(replace(row, slots=slots, own=own))
    return found


def _indicators(rows: list[Row]) -> list[Row]:
    height = next((n for n, row in enumerate(rows) if row.kind != "head"), len(rows))
    rows = rows[: height + _MOST_ROWS]
    body = [row for row in rows[height:] if row.kind in _PLACED]
    if not height or not body:
        return rows
    heads = head_stacks(rows[:height])
    first = _corner(heads)
    stacks = heads[first:]
    held = _roles_of(stacks, _full(body, len(stacks)))
    board = Board(tuple(held), _keeps_blanks(body), "given")
    places, wide = widened(board, [_pieces(row, board.blanks) for row in body])
    onto = [_onto(row, wide) for row in body]
    if wide is board and (now := _roles_of(stacks, onto)) != held:
        wide = replace(board, roles=tuple(now))
        onto = [_onto(row, wide) for row in body]
    board = wide
    lines = iter(onto)
    above = [*heads[:first], *(stacks[place] for place in places)]
    lowest = tuple(stack[-1] if stack else None for stack in above)
    found = [shifted(rows[height - 1], lowest, 0)]
    for row in rows[height:]:
        if row.kind in _PLACED:
            found.append(shifted(row, next(lines), first))
        elif row.kind == "total":
            found.append(shifted(row, total_cells(row, board), first))
        else:
            found.append(row)
    return found


def _corner(heads: Sequence[Stack]) -> int:
    """How many columns of a head stand left of those of the rows."""
    levels = [n for n, stack in enumerate(heads) if any(map(_is_level, stack))]
    told = [evidence(cell.text) for cell in heads[0]]
    is_block = not told or any("indicator_block" in one.exact for one in told)
    return 1 if is_block and any(levels) and 0 not in levels else 0


def _is_level(cell: Cell) -> bool:
    told = evidence(cell.text)
    names = [told.exact.get("indicator", ""), *told.likely.get("indicator", ())]
    return any(name.startswith("level") for name in names)


Line = tuple[Cell | None, ...]
"""The cell of each column, None where a row has none."""


def _full(body: Sequence[Row], width: int) -> list[Line]:
    """The rows that have a cell for each column."""
    return [row.own for row in body if len(row.own) == width]


def roles_of(heads: Sequence[Stack], lines: Sequence[Line]) -> tuple[int, list[str]]:
    """How many heads stand left of the columns, and what the columns hold.

    Args:
        heads: What stands above each column.
        lines: Rows as far as they are known.
    """
    first = _corner(heads)
    return first, _roles_of(heads[first:], lines)


def _roles_of(heads: Sequence[Stack], lines: Sequence[Line]) -> list[str]:
    columns = [
        Column((n,), stack, tuple(line[n] for line in lines))
        for n, stack in enumerate(heads)
    ]
    return [choice.label for choice in roles(columns)]


def widened(board: Board, rows: Sequence[Sequence[Piece]]) -> tuple[list[int], Board]:
    """The columns where rows have more cells than heads: one stands above several.

    Returns:
        The number of the head above each column, and the columns.
    """
    count = len(board.roles)
    places = list(range(count))
    extra = max(map(len, rows), default=0) - count
    ways: list[tuple[float, list[int], Board]] = []
    for parts in _SPANNED.get(extra, ()):
        for place, role in enumerate(board.roles):
            if role in ("target", "actual"):
                held = [part if part != "target" else role for part in parts]
                spread = [*board.roles[:place], *held, *board.roles[place + 1 :]]
                wide = replace(board, roles=tuple(spread))
                above = [*places[:place], *[place] * len(parts), *places[place + 1 :]]
                ways.append((sum(worth(row, wide) for row in rows), above, wide))
    if not ways:
        return places, board
    _, places, board = max(ways, key=lambda way: way[0])
    return places, board


_SPANNED: Final = {
    1: (("sign", "target"), ("target", "unit")),
    2: (("sign", "target", "unit"),),
}
"""By the number of cells too many, what one head may stand above."""


def _keeps_blanks(body: Sequence[Row]) -> bool:
    """Whether blank cells stand among the filled ones."""
    return any(
        not cell.text and any(right.text for right in row.own[n:])
        for row in body
        for n, cell in enumerate(row.own)
    )


def _onto(row: Row, board: Board) -> Line:
    """The cells of a row by column; one whose column is not sure is left out."""
    cells = row.own if board.blanks else row.filled
    line: list[Cell | None] = [None] * len(board.roles)
    if len(cells) > len(line):
        return tuple(line)
    pieces = _pieces(row, board.blanks)
    for cell, place in zip(cells, placed(pieces, board), strict=True):
        if place.margin >= SURE:
            line[place.column] = cell
    return tuple(line)


def _pieces(row: Row, blanks: bool) -> list[Piece]:
    cells = row.own if blanks else row.filled
    return [Piece(cell.text, starts=n == 0) for n, cell in enumerate(cells)]


def shifted(row: Row, line: Line, first: int) -> Row:
    """A row with its cells at the columns of a line, behind some that stay blank."""
    number = row.own[0].row if row.own else 0
    slots: list[Cell] = []
    before: Cell | None = None
    for n, cell in enumerate([None] * first + list(line)):
        if cell is not None and cell is before:
            whole = replace(slots[-1], column_span=slots[-1].column_span + 1)
            slots[whole.column :] = [whole] * whole.column_span
        elif cell is None:
            slots.append(Cell("", number, n, at=row.at))
        else:
            slots.append(replace(cell, column=n, column_span=1))
        before = cell
    own = tuple(cell for n, cell in enumerate(slots) if cell.column == n)
    return replace(row, slots=tuple(slots), own=own)


def total_cells(row: Row, board: Board) -> Line:
    """The cells of a total: its figures below weight and score."""
    line: list[Cell | None] = [None] * len(board.roles)
    label, *others = row.filled
    figures = [c for c in others if evidence(c.text).shape in ("number", "points")]
    places = [n for n, r in enumerate(board.roles) if r in ("weight", "score")]
    if not places or places[0] == 0:
        return tuple(line)
    line[0] = label
    if len(figures) == len(places):
        for place, cell in zip(places, figures, strict=True):
            line[place] = cell
    elif len(figures) == 1 and board.blanks:
        behind = len(row.own) - row.own.index(figures[0])
        if len(line) - behind in places:
            line[len(line) - behind] = figures[0]
    return tuple(line)


def _money(rows: list[Row]) -> list[Row]:
    height = next((n for n, r in enumerate(rows) if r.kind != "money_head"), len(rows))
    body = rows[height:]
    if not height or not body:
        return rows
    blanks = _keeps_blanks(body)
    found = money_columns(head_stacks(rows[:height]), body, blanks=blanks)
    if found is None:
        return rows
    held, heads = found
    board = Board(held, blanks, "given")
    onto = [shifted(row, _onto(row, board), 0) for row in body]
    return [shifted(rows[height - 1], heads, 0), *onto]
