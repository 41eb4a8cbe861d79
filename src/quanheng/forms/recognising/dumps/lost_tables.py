"""Lines that were the rows or cells of a form → its rows (失表文本)."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, takewhile
from typing import Final

from quanheng.core.field import Field
from quanheng.forms.recognising.dumps.columned import on_columns, shifted, total_cells
from quanheng.forms.recognising.dumps.kinds import piece_kinds
from quanheng.forms.recognising.dumps.lost_table import LostTable, table_of
from quanheng.forms.recognising.dumps.money_columns import FIGURES
from quanheng.forms.recognising.dumps.pieces import Piece
from quanheng.forms.recognising.dumps.runs import (
    Told,
    goal_rows,
    labelled_rows,
    line_rows,
    money_rows,
    row_of,
    row_of_pieces,
)
from quanheng.forms.recognising.dumps.words import cells_of, gapped, pieces_of
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.judging.features import Item
from quanheng.forms.recognising.rows import Row

Judge = Callable[[Sequence[Item]], list[Row]]
"""Tells what each row is."""
_DOTS: Final = re.compile(r"[.…·]+")
"""A row left to be filled in."""
_COLON: Final = re.compile("[:：]")
_MOST_PIECES: Final = 20_000
"""The longest form has a tenth of it; what is beyond is not read."""
_RUNS: Final = {
    "indicator": "body",
    "filler": "body",
    "money_head": "money",
    "money_label": "money",
    "pair_label": "pair",
    "goal_head": "goal",
    "total_label": "total",
}
"""Kinds of pieces that make rows together."""


def lost_rows(lines: Sequence[Field], judge: Judge) -> list[Row]:
    """The rows of a form in lines, each knowing what it is.

    Args:
        lines: The lines of a document without tables; a blank one is a blank cell.
        judge: What tells the kinds of rows.
    """
    if gapped([line.raw for line in lines]):
        rows = [row_of(cells_of(line.raw), line.at) for line in lines if line.raw]
        return on_columns(judge([Item(row) for row in rows if row.own]))
    pieces = pieces_of(lines)[:_MOST_PIECES]
    kinds = iter(piece_kinds([piece.text for piece in pieces if piece.text]))
    told: list[Told] = []
    for piece in pieces:
        kind = next(kinds) if piece.text else told[-1][1] if told else "text"
        told.append((piece, kind))
    return list(_Cutter().rows(told))


class _Cutter:
    """Cuts pieces into rows; knows the table that they stand in."""

    def __init__(self) -> None:
        self.table: LostTable | None = None

    def rows(self, told: Sequence[Told]) -> Iterator[Row]:
        """The rows that runs of pieces of a kind make."""
        runs = [(kind, list(run)) for kind, run in groupby(told, key=_run_of)]
        for number, (kind, run) in enumerate(runs):
            pieces = [piece for piece, _ in run]
            filled = [piece for piece in pieces if piece.text]
            if kind == "head" and filled:
                self.table = table_of(filled, _below(runs[number + 1 :]))
                yield self.table.head()
            elif kind == "body" and self.table:
                if not self.table.board.blanks:
                    pieces = [p for p in pieces if not _DOTS.fullmatch(p.text)]
                yield from self.table.rows(pieces)
            else:
                yield from self._run(kind, run, filled)

    def _run(
        self, kind: str, run: Sequence[Told], filled: Sequence[Piece]
    ) -> Iterator[Row]:
        if kind == "money":
            yield from on_columns(list(money_rows(run)))
        elif kind == "pair":
            yield from labelled_rows(run, "pair_label", "pair")
        elif kind == "goal":
            yield from goal_rows(run)
        elif kind == "total" and any(piece.is_cut for piece in filled):
            # Where points, score and grade have no gap, none of them is certain.
            yield from line_rows(filled, "other")
        elif kind == "total":
            yield from map(self._total, labelled_rows(run, "total_label", "total"))
        elif kind in ("class", "body"):
            kind = "class" if kind == "class" else "other"
            yield from (row_of_pieces([piece], kind) for piece in filled)
        else:
            is_cut = any(p.is_cut and _COLON.search(p.text) for p in filled)
            yield from line_rows(filled, "other" if is_cut else kind)

    def _total(self, row: Row) -> Row:
        if not any(evidence(cell.text).shape in FIGURES for cell in row.filled):
            return replace(row, kind="other")  # it tells no total
        if self.table is None:
            return row
        return shifted(row, total_cells(row, self.table.board), self.table.first)


def _below(runs: Sequence[tuple[str, Sequence[Told]]]) -> list[list[Piece]]:
    """The pieces below a head, run by run, up to the next."""
    within = takewhile(lambda run: run[0] != "head", runs)
    return [[piece for piece, _ in run] for kind, run in within if kind == "body"]


def _run_of(told: Told) -> str:
    return _RUNS.get(told[1], told[1])
