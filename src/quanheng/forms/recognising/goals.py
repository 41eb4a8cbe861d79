"""Goals and results: each text by the label beside or above it (目标)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from quanheng.core.field import Field
from quanheng.core.report import Goals
from quanheng.document.table import Cell
from quanheng.forms.recognising.first_filled import FirstFilled
from quanheng.forms.recognising.judging.evidence import best, evidence, shape
from quanheng.forms.recognising.rows import Row

GOAL_KINDS: Final = frozenset(("goal_head", "goal"))
_LOOSE: Final = frozenset(("pair", "text", "note", "other", "money", ""))
"""What lines of a goal (目标1：…) may be taken for."""
_NO_TEXT: Final = frozenset(("blank", "dash", "filler"))
_POINTS: Final = frozenset(("number", "points", "percent"))
"""A column of points may stand beside the texts."""
_TEXTUAL: Final = {"prose": 1.0, "clause": 0.9, "phrase": 0.8, "word": 0.5}
_END: Final = re.compile(r"[。；;，,!！]\s*$|[。；;，,].*\S")
_LABELLED: Final = re.compile(
    r"\s*([^:：\ufe30\n]{2,20}?)\s*[:：\ufe30\u2236]\s*(\S.*)", re.DOTALL
)
_COLUMNS: Final = frozenset(("level1", "level2", "level3", "weight", "score", "unit"))
"""Columns that stand beside target and result where these head indicators."""
_SIDE_BY_SIDE: Final = 2
_ALIGNED: Final = 0.6
"""What it is worth that a text stands right below a head."""
_CARRIED: Final = 0.5
"""What the label of a whole block is worth beside the heads of its columns."""
_LEAST: Final = 0.7


class GoalReading:
    """The goals of one project while they are being read."""

    def __init__(self) -> None:
        self._texts: FirstFilled[str] = FirstFilled()

    def put(self, name: str, value: Field) -> None:
        """Keep a text; the first one that is filled wins."""
        self._texts.put(name, value)

    def goals(self) -> Goals:
        """What was read."""
        return Goals(**self._texts)


def goal_meaning(text: str) -> str | None:
    """Which goal a label stands for: ``period``, ``annual`` or ``actual``."""
    found = _label(text)
    return found[0] if found else None


def opens_goals(rows: Sequence[Row], number: int) -> bool:
    """Whether goals begin at a row: by its kind, or by heads that say so."""
    row = rows[number]
    if row.kind in GOAL_KINDS:
        return True
    if any(evidence(cell.text).exact.get("indicator") in _COLUMNS for cell in row.own):
        return False
    heads, sure = _heads(row)
    if len(heads) < _SIDE_BY_SIDE or sure < len(heads):
        return False
    return number + 1 == len(rows) or _Block(heads).goes_on(rows[number + 1])


def read_goals(rows: Sequence[Row], number: int, reading: GoalReading) -> int:
    """Read the block of goals that begins at a row; where it ends, 0 without goals.

    Args:
        rows: The rows of a table.
        number: Where the block begins.
        reading: Where the texts go.
    """
    block = _Block()
    block.take(rows[number])
    end = number + 1
    while end < len(rows) and (
        rows[end].kind in GOAL_KINDS or block.goes_on(rows[end])
    ):
        block.take(rows[end])
        end += 1
    for name, texts in block.texts.items():
        first, *others = texts
        raw = "\n".join(text.raw for text in texts)
        reading.put(name, Field(raw, first.at, tuple(text.at for text in others)))
    for name, cell in block.above.values():
        reading.put(name, Field("", cell.at))
    return end if block.texts or block.above else 0


def read_goal_line(text: Field, reading: GoalReading) -> bool:
    """Read a line with a goal's label (年度目标：…); False where it has none."""
    found = _inside(text)
    if found:
        reading.put(found[0], found[2])
    return found is not None


def read_goal_pairs(row: Row, reading: GoalReading) -> bool:
    """Read the goals among the pairs of a row; False where there are none."""
    _, named = _beside(row)
    named = [(name, text) for name, text in named if shape(text.raw) in _TEXTUAL]
    for name, text in named:
        reading.put(name, text)
    return bool(named)


@dataclass
class _Block:
    """A block of goals while it is being read.

    Attributes:
        above: Column → meaning and cell of the head that stands above it.
        texts: Meaning → its texts in order.
    """

    above: dict[int, tuple[str, Cell]] = field(default_factory=dict)
    texts: dict[str, list[Field]] = field(default_factory=dict)

    def goes_on(self, row: Row) -> bool:
        """Whether a row that was judged to be something else stands below the heads.

        The first row below them may have been taken for anything.
        """
        if not self.above or not row.filled or (self.texts and row.kind not in _LOOSE):
            return False
        sure, _ = self._below(row)
        if sure < _LEAST or any(map(_is_known, row.filled)):
            return False
        return len(row.filled) <= len(self.above)

    def take(self, row: Row) -> None:
        """Read a row in the way that its cells speak for most."""
        heads, as_heads = _heads(row)
        ways = [(sure, named) for sure, named in self._ways(row) if named]
        sure, named = max(ways, key=lambda way: way[0], default=(0.0, []))
        if heads and as_heads >= sure:
            self.above = heads
            return
        if sure < _LEAST:
            return
        for name, text in dict(named).items():
            self.texts.setdefault(name, []).append(text)

    def _ways(self, row: Row) -> Iterator[tuple[float, list[tuple[str, Field]]]]:
        yield _beside(row)
        if self.above:
            yield self._below(row)

    def _below(self, row: Row) -> tuple[float, list[tuple[str, Field]]]:
        """The texts below the heads; those of a row that lost its blanks in order."""
        order = sorted(self.above)
        texts = [cell for cell in row.filled if _textual(cell) > 0]
        is_shifted = not any(cell.column in self.above for cell in texts)
        if len(texts) == len(order) and (row.is_ragged or is_shifted):
            places = dict(zip(order, texts, strict=True))
        else:
            places = {n: c for n in order if (c := row.cell(n)) and c in texts}
            if any(c.column > order[0] and c not in places.values() for c in texts):
                return 0.0, []
        if len({id(cell) for cell in places.values()}) < max(len(places), 1):
            return 0.0, []
        sure = sum(map(_textual, places.values())) + _ALIGNED * len(places)
        named = [(self.above[n][0], _text(cell)) for n, cell in places.items()]
        return sure, named


def _heads(row: Row) -> tuple[dict[int, tuple[str, Cell]], float]:
    """The labels of a row of which none has its text beside it, and how sure that is.

    A label that runs down beside the texts is the block's, not a column's; the last
    of two with one meaning is the column's.
    """
    found: dict[int, tuple[str, Cell]] = {}
    total = 0.0
    for cell in row.filled:
        label = _label(cell.text)
        if label is None:
            if cell.row_span == 1 and evidence(cell.text).shape not in _POINTS:
                total -= 2 * _textual(cell)
            continue
        total += label[1]
        if cell.row_span == 1:
            found[cell.column] = label[0], cell
    corner, *others = sorted(found) or [0]
    if any(found[n][0] == found[corner][0] for n in others):
        del found[corner]
    if row.kind == "goal_head":
        unknown = [c for c in row.filled if c.row_span == 1 and not _label(c.text)]
        found |= _by_order(unknown, found)
        total = max(total, float(len(found)))
    return found, total


def _by_order(
    unknown: Sequence[Cell], known: Mapping[int, tuple[str, Cell]]
) -> dict[int, tuple[str, Cell]]:
    """Heads of unknown words: first the goal, then what became of it."""
    unknown = [c for c in unknown if not _END.search(c.text) and not _is_known(c)]
    missing = [
        n for n in ("annual", "actual") if n not in {m for m, _ in known.values()}
    ]
    names = dict(zip((cell.column for cell in unknown), missing, strict=False))
    order = sorted({**{n: m for n, (m, _) in known.items()}, **names}.items())
    if len(unknown) != len(missing) or [m for _, m in order] != ["annual", "actual"]:
        return {}
    return {c.column: (names[c.column], c) for c in unknown}


def _beside(row: Row) -> tuple[float, list[tuple[str, Field]]]:
    """Texts with their label left of them or in front of them in their own cell."""
    total, named = 0.0, []
    label: tuple[str, float] | None = None
    for cell in sorted((*row.carried, *row.own), key=lambda cell: cell.column):
        if not cell.text:
            continue
        if inside := _inside(_text(cell)):
            name, sure, text = inside
            named.append((name, text))
            total += sure + _textual(cell)
            label = None
        elif found := _label(cell.text):
            label = found if cell in row.own else (found[0], found[1] * _CARRIED)
        elif _is_known(cell):
            label = None
        elif label and cell in row.own and (worth := _textual(cell)):
            named.append((label[0], _text(cell)))
            total += label[1] + worth
            label = None
    return total, named


def _inside(text: Field) -> tuple[str, float, Field] | None:
    """A label and what stands behind it (年度目标：…)."""
    match = _LABELLED.fullmatch(text.raw)
    found = _label(match[1]) if match else None
    if match is None or found is None:
        return None
    return found[0], found[1], Field(match[2].strip(), text.at)


def _label(text: str) -> tuple[str, float] | None:
    """The goal that a label stands for and how sure that is; a sentence is none."""
    return None if _END.search(text) else best("goal", text)


def _textual(cell: Cell) -> float:
    """How much a cell looks like the text of a goal."""
    told = evidence(cell.text)
    if told.shape in _NO_TEXT or _is_known(cell):
        return 0.0
    if told.shape in _POINTS:
        return 0.2
    worth = _TEXTUAL.get(told.shape, 0.4)
    return worth - 0.3 if _label(cell.text) else worth


def _is_known(cell: Cell) -> bool:
    """Whether a cell is a label of the catalogue; a sentence is none."""
    return bool(evidence(cell.text).exact) and not _END.search(cell.text)


def _text(cell: Cell) -> Field:
    return Field(cell.text, cell.at)
