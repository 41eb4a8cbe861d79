"""Narrow changes of a joined text to its cell's own part (拼接值还原)."""

from collections.abc import Iterable, Mapping

from quanheng.annotate.note import Change
from quanheng.document.blocks import Document
from quanheng.document.table import Table


def in_own_cells(
    document: Document, changes: Iterable[Change]
) -> Mapping[Change, Change]:
    """Changes of the cell alone → the changes that were asked for.

    A target is read as ``≥100%`` where a cell holds 100 and its neighbours the sign
    and the unit. A change is left out unless the new text keeps the neighbours' part.
    """
    wanted = {change.at: change for change in changes}
    own = {
        cell.at: cell.text.strip()
        for block in document.blocks
        if isinstance(block, Table)
        for cell in block.cells
        if cell.at in wanted
    }
    return {
        change: wanted[at]
        for at, text in own.items()
        if (change := _of_cell(wanted[at], text)) is not None
    }


def _of_cell(change: Change, own: str) -> Change | None:
    if not own or own == change.old or change.old.count(own) != 1:
        return None
    before, _, after = change.old.partition(own)
    new = change.new
    is_same_beside = new.startswith(before) and new.endswith(after)
    if not is_same_beside or len(new) <= len(before) + len(after):
        return None
    return Change(change.at, own, new[len(before) : len(new) - len(after)])
