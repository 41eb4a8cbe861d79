"""Runs of pieces of a kind → their rows: pairs, money, goals, text (词块成行)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from quanheng.core.source import Source
from quanheng.document.table import Cell
from quanheng.forms.recognising.dumps.certain_values import (
    are_certain_amounts,
    is_certain_value,
    is_whole,
)
from quanheng.forms.recognising.dumps.pieces import Piece
from quanheng.forms.recognising.judging.evidence import best
from quanheng.forms.recognising.rows import Row

Told = tuple[Piece, str]
"""A piece with what it is."""
_DIGIT: Final = re.compile(r"\d")


def row_of(texts: Sequence[str], at: Source, kind: str = "") -> Row:
    """A row of cells side by side that ends where its texts do."""
    cells = tuple(Cell(text, 0, n, at=at) for n, text in enumerate(texts))
    return Row((*cells, None), cells, (), at, kind)


def row_of_pieces(pieces: Sequence[Piece], kind: str) -> Row:
    """A row of pieces side by side, each at its place."""
    at = pieces[0].at if pieces else Source()
    row = row_of([piece.text for piece in pieces], at, kind)
    cells = tuple(
        replace(cell, at=piece.at) for cell, piece in zip(row.own, pieces, strict=True)
    )
    return replace(row, slots=(*cells, None), own=cells)


def line_rows(pieces: Sequence[Piece], kind: str) -> Iterator[Row]:
    """Pieces of text, those of a line together."""
    line: list[Piece] = []
    for piece in pieces:
        if piece.starts and line:
            yield row_of_pieces([_joined(line)], kind)
            line = []
        line.append(piece)
    if line:
        yield row_of_pieces([_joined(line)], kind)


def _joined(pieces: Sequence[Piece]) -> Piece:
    return Piece(" ".join(piece.text for piece in pieces), pieces[0].at)


def labelled_rows(run: Sequence[Told], label: str, kind: str) -> Iterator[Row]:
    """Labels, each with what follows it up to the next."""
    labels = 0
    parts = [*_parts(run, label)]
    for part, after in zip(parts, [*parts[1:], []], strict=True):
        pieces = [piece for piece, _ in part if piece.text]
        if not pieces:
            continue
        labels += 1
        if kind == "pair" and len(pieces) > 1 and part[0][1] == label:
            pieces = [pieces[0], _joined(pieces[1:])]
            name, value = (piece.text for piece in pieces)
            behind = after[0][0].text if after else ""
            is_alone, labels = labels == 1, 0
            if pieces[0].is_cut and not is_certain_value(
                name, value, behind, is_alone=is_alone
            ):
                continue
        yield row_of_pieces(pieces, kind)


def _parts(run: Sequence[Told], label: str) -> Iterator[list[Told]]:
    part: list[Told] = []
    for piece, kind in run:
        if kind == label and part:
            yield part
            part = []
        part.append((piece, kind))
    if part:
        yield part


def money_rows(run: Sequence[Told]) -> Iterator[Row]:
    """The head of a table of money and its rows, or labels with their amounts."""
    begun = next((n for n, (_, kind) in enumerate(run) if kind == "money"), len(run))
    has_head = any(kind == "money_head" for _, kind in run)
    # All labels before the first amount are heads, but for the one beside it.
    heads = [piece for piece, _ in run[: begun - 1] if has_head and piece.text]
    rest = list(run[begun - 1 :] if heads else run)
    if heads:
        yield row_of_pieces(heads, "money_head")
        names = [piece.text for piece in heads]
        for part in _parts(rest, "money_label"):
            pieces = [piece for piece, _ in part]
            figures = [piece.text for piece in pieces[1:]]
            if not pieces[0].is_cut or are_certain_amounts(figures, names):
                yield row_of_pieces(pieces, "money")
    else:
        pieces = [piece for piece, _ in rest if piece.text]
        figures = [piece.text for piece in pieces if piece.text[0].isdigit()]
        if not pieces[0].is_cut or are_certain_amounts(figures):
            yield row_of_pieces(pieces, "money")


def _is_goal_head(told: Told) -> bool:
    """Whether a piece is a label; an unknown one is not if it tells a number."""
    piece, kind = told
    return kind == "goal_head" and (
        best("goal", piece.text) is not None or not _DIGIT.search(piece.text)
    )


def _is_known_goal(told: Told) -> bool:
    return best("goal", told[0].text) is not None


def goal_rows(run: Sequence[Told]) -> Iterator[Row]:
    """Labels of goals in a row, the texts below or behind them in the next."""
    has_texts = any(piece.text and not _is_goal_head((piece, k)) for piece, k in run)
    tells_head = _is_goal_head if has_texts else _is_known_goal
    for is_head, part in groupby(run, key=tells_head):
        pieces = [piece for piece, _ in part if piece.text]
        kind = "goal_head" if is_head else "goal"
        if any(p.is_cut and not (is_head or is_whole(p.text)) for p in pieces):
            kind = "other"
        if pieces:
            yield row_of_pieces(pieces, kind)
