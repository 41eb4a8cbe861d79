"""The columns of a table of money whose head lost its spans (资金表的栏)."""

from collections.abc import Sequence
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.labels import unit_in_label
from quanheng.forms.recognising.dumps.heads import Stack
from quanheng.forms.recognising.dumps.pieces import Piece
from quanheng.forms.recognising.dumps.placing import NOWHERE, Board, worth
from quanheng.forms.recognising.judging.evidence import best, evidence
from quanheng.forms.recognising.rows import Row

FIGURES: Final = frozenset(
    ("number", "percent", "amount", "points", "signed", "dash", "blank")
)
_MOST_CORNERS: Final = 3
"""Most heads left of those of the amounts: of the block, of the labels."""

_EMPTY: Final = 20.0
"""What it costs that a column has no cell in any row."""

Columns = tuple[tuple[str, ...], tuple[Cell | None, ...]]
"""What each column holds, and its head."""


def money_columns(
    heads: Sequence[Stack], body: Sequence[Row], *, blanks: bool
) -> Columns | None:
    """The columns that the rows below fit best; None where they fit none.

    Args:
        heads: What stands above each column, and left of them.
        body: The rows below, each a label with figures or figures alone.
        blanks: Whether blank cells are known.
    """
    first = [row.filled[0] for row in body if row.filled]
    labelled = [evidence(cell.text).shape not in FIGURES for cell in first]
    is_labelled = bool(first) and 2 * sum(labelled) >= len(first)
    ways = []
    for corners in range(min(_MOST_CORNERS, len(heads)) + 1):
        if not all(heads[corners : corners + 1]):
            continue
        columns = _columns(heads, corners, is_labelled=is_labelled)
        if columns[0]:
            board = Board(columns[0], blanks, "given")
            pieces = [_pieces(row, blanks=blanks) for row in body]
            empty = max(len(board.roles) - max(map(len, pieces)), 0)
            total = sum(worth(row, board) for row in pieces) - _EMPTY * empty
            ways.append((total, -corners, columns))
    total, _, columns = max(ways, default=(NOWHERE, 0, ((), ())))
    return columns if total > NOWHERE else None


def _pieces(row: Row, *, blanks: bool) -> list[Piece]:
    cells = row.own if blanks else row.filled
    return [Piece(cell.text, starts=n == 0) for n, cell in enumerate(cells)]


def _columns(heads: Sequence[Stack], corners: int, *, is_labelled: bool) -> Columns:
    lowest = [stack[-1] if stack else None for stack in heads]
    held = tuple(role_of(stack) for stack in heads[corners:])
    if not is_labelled:
        return held, tuple(lowest[corners:])
    return ("money_label", *held), (_corner(heads[:corners]), *lowest[corners:])


def _corner(heads: Sequence[Stack]) -> Cell | None:
    """Of the heads left of the amounts the one that tells the unit, else the first."""
    cells = [cell for stack in heads for cell in stack]
    telling = (cell for cell in cells if unit_in_label(cell.text))
    return next(telling, next(iter(cells), None))


def role_of(stack: Stack) -> str:
    """What a column of money holds, by its head."""
    for cell in reversed(stack):
        extra = evidence(cell.text).exact.get("budget_extra")
        if extra in ("weight", "score"):
            return "money_points"
        if extra == "line":
            return "money_line"
        if extra == "reason":
            return "reason"
        row, column = best("budget_row", cell.text), best("budget_column", cell.text)
        if row and row[0].endswith("_rate"):
            return "money_rate"
        if row or column:
            return "money_amount" if row else "money_source"
    return "money_unknown"
