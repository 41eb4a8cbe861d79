"""Heads of a table that lost its spans: what stands above each column (表头)."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from quanheng.document.table import Cell
from quanheng.forms.recognising.judging.evidence import best, evidence
from quanheng.forms.recognising.rows import Row

Stack: TypeAlias = tuple[Cell, ...]
"""The cells above a column, from the top."""
_PARTS: Final = {
    "indicator": (("sign", "unit"), ("target", "actual")),
    "budget_column": (("central", "provincial", "municipal"), ("fiscal", "total")),
}
"""In each group, heads that part one above them, and the one that they may part."""


def head_stacks(rows: Sequence[Row]) -> list[Stack]:
    """What stands above each column."""
    widths = {sum(cell.column_span for cell in row.own) for row in rows}
    if len(widths) == 1:
        stacks = []
        before: list[Cell | None] = []
        for place in range(widths.pop()):
            now = [row.cell(place) for row in rows]
            if not before or any(a is not b for a, b in zip(now, before, strict=True)):
                stacks.append(tuple(c for c in now if c is not None and c.text))
            before = now
        return stacks
    stacks = [(cell,) if cell.text else () for cell in rows[0].own]
    for row in rows[1:]:
        if not any(_is_label(cell) for cell in row.filled):
            continue  # numbers of the columns, or formulas
        place = _parted(stacks, row.filled)
        stacks[place : place + 1] = [(*stacks[place], cell) for cell in row.filled]
    return stacks


def _is_label(cell: Cell) -> bool:
    return any(
        best(group, cell.text) for group in ("indicator", "budget_row", "budget_column")
    )


def _parted(stacks: Sequence[Stack], lower: Sequence[Cell]) -> int:
    """Which column the heads below are parts of."""
    if all(_is_level(cell) for cell in lower):
        blocks = [n for n, stack in enumerate(stacks) if stack and _is_block(stack[-1])]
        return blocks[0] if blocks else len(stacks) - 1
    for group, (parts, wholes) in _PARTS.items():
        names = {found[0] for cell in lower if (found := best(group, cell.text))}
        if not names & set(parts):
            continue
        told = [best(group, stack[-1].text) if stack else None for stack in stacks]
        places = {found[0]: n for n, found in enumerate(told) if found and n}
        for whole in wholes:
            if whole in places:
                return places[whole]
    return len(stacks) - 1


def _is_level(cell: Cell) -> bool:
    found = best("indicator", cell.text)
    return found is not None and found[0].startswith("level")


def _is_block(cell: Cell) -> bool:
    return "indicator_block" in evidence(cell.text).exact
