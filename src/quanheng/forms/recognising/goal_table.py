"""Goals and what became of them: each text by the label beside or above it (目标)."""

from collections.abc import Sequence
from typing import Final

from quanheng.core.field import Field
from quanheng.document.table import Cell
from quanheng.forms.recognising.evidence import evidence
from quanheng.forms.recognising.goals import GoalReading
from quanheng.forms.recognising.money import best
from quanheng.forms.recognising.rows import Row

KINDS: Final = frozenset(("goal_head", "goal"))
_NO_TEXT: Final = frozenset(("blank", "dash"))


def goal_meaning(text: str) -> str | None:
    """Which goal a label stands for: ``period``, ``annual`` or ``actual``."""
    found = best("goal", text)
    return found[0] if found else None


def read_goals(rows: Sequence[Row], reading: GoalReading) -> bool:
    """Read the rows of a block of goals; False where none could be told.

    Args:
        rows: The rows, in order.
        reading: Where the texts go.
    """
    above: dict[int, str] = {}
    order: list[str] = []
    taken = False
    for row in rows:
        heads = _heads(row)
        if len(heads) > 1 or (row.kind == "goal_head" and heads):
            above = heads
            order = list(heads.values())
            for place, name in heads.items():
                if (cell := row.cell(place)) and not reading.has(name):
                    reading.put(name, Field("", cell.at))
            continue
        texts = [cell for cell in row.own if _is_text(cell)]
        if (
            row.is_ragged
            and order
            and len(texts) == len(order)
            and not _label(row, texts[0])
        ):
            named = list(zip(order, texts, strict=True))
        else:
            named = [
                (name, cell)
                for cell in texts
                if (name := _label(row, cell) or above.get(cell.column, ""))
            ]
        for name, cell in named:
            reading.append(name, cell)
            taken = True
    return taken


def _heads(row: Row) -> dict[int, str]:
    """The labels of a row of which none has its text beside it, by column."""
    found: dict[int, str] = {}
    for cell in row.own:
        if cell.row_span == 1 and (name := goal_meaning(cell.text)):
            found = {place: one for place, one in found.items() if one != name}
            found[cell.column] = name
        elif _is_text(cell):
            return {}
    return found


def _label(row: Row, text: Cell) -> str:
    """The meaning of the label right before a text in its row, empty where it has none."""
    before = [cell for cell in row.own if cell.column < text.column and cell.text]
    return (goal_meaning(before[-1].text) or "") if before else ""


def _is_text(cell: Cell) -> bool:
    told = evidence(cell.text)
    return (
        told.shape not in _NO_TEXT
        and not told.exact
        and goal_meaning(cell.text) is None
    )
