"""Which labels stand beside the values of a record (栏目推断)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Final, TypeAlias

from quanheng.core.source import Source
from quanheng.document.blocks import Document, Heading, Paragraph
from quanheng.document.table import Cell, Table
from quanheng.forms.hints.hints import Meaning
from quanheng.forms.labels import LONGEST_LABEL, is_label, label_key, meaning
from quanheng.forms.recognising.judging.evidence import evidence

_NO_LABEL: Final = frozenset(
    (
        *("blank", "dash", "filler", "number", "percent", "points", "signed"),
        *("range", "date", "prose", "clause"),
    )
)
_LABELLED: Final = re.compile(r"(?:^|(?<=\s))([^\s:：|｜]{2,20})\s*[:：]\s*([^\s].*)")
_BARS: Final = re.compile(r"[|｜│\t]|\s{2,}")
_WORDS: Final = re.compile(r"[\u4e00-\u9fff]\s*[\u4e00-\u9fff]")
_MOST_HEADS: Final = 8
_NOTHING: Final = ("other", "known")

Vote: TypeAlias = tuple[str, Meaning]


def bare(text: str) -> str:
    """A text without blanks."""
    return "".join(text.split())


class LabelVotes:
    """Labels by the values that stand beside and below them.

    Args:
        document: The document.
        values: All texts that are values, so that none is taken for a label.
    """

    def __init__(self, document: Document, values: Iterable[str]) -> None:
        # A class may have a number in the document: 一、产出指标.
        self._values = {
            part for text in values for part in (bare(text), label_key(text))
        }
        self._tables = [b for b in document.blocks if isinstance(b, Table)]
        self._lines = [
            line
            for block in document.blocks
            if isinstance(block, Heading | Paragraph)
            for line in block.text.split("\n")
        ]

    def labels(
        self, values: Sequence[tuple[str, str]], rows: Sequence[Mapping[str, str]]
    ) -> list[Vote]:
        """What each label may mean, the likeliest first; unknown labels lead.

        Args:
            values: Values outside the indicators: what each is, and its text.
            rows: The indicators.
        """
        found: Counter[Vote] = Counter()
        for place, text in values:
            for label in self._beside(text):
                found.update((label, m) for m in _meanings(place))
        for row in rows:
            found.update(self._of_row(row))
        news = [vote for vote, _ in found.most_common() if _is_news(*vote, found)]
        return sorted(news, key=lambda vote: is_label(vote[0]))

    def labels_of_nothing(
        self, places: Iterable[tuple[str, Source]]
    ) -> Iterator[tuple[str, Meaning]]:
        """Labels of values that no record keeps, each once."""
        found: dict[str, Meaning] = {}
        for place, at in places:
            in_row = place.startswith("indicators")
            for label in self._at(at):
                if not is_label(label):
                    found[label] = ("indicator", "note") if in_row else _NOTHING
        yield from found.items()

    # -- cells

    def _beside(self, text: str) -> Iterator[str]:
        """Labels left of and above the cells that hold a text, and before it in one."""
        wanted = bare(text)
        for table in self._tables:
            for cell in table.cells:
                if bare(cell.text) == wanted:
                    yield from self._around(table, cell)
                else:
                    yield from self._before(cell.text, wanted)
        for line in self._lines:
            yield from self._before(line, wanted)

    def _before(self, text: str, wanted: str) -> Iterator[str]:
        """The label in front of a text in the same line."""
        for line in text.split("\n"):
            for piece in _BARS.split(line):
                match = _LABELLED.search(piece)
                if match and bare(match[2]).startswith(wanted):
                    yield match[1]

    def _around(self, table: Table, cell: Cell) -> Iterator[str]:
        left = (table.grid[cell.row][n] for n in reversed(range(cell.column)))
        above = (table.grid[n][cell.column] for n in reversed(range(cell.row)))
        for way in (left, above):
            label = next((c.text for c in way if c and self._may_be(c.text)), None)
            if label:
                yield label

    def _may_be(self, text: str) -> bool:
        """Whether a text may be a label."""
        is_short = len(bare(text)) <= LONGEST_LABEL // 2
        has_words = _WORDS.search(text) is not None
        return (
            is_short
            and has_words
            and not {bare(text), label_key(text)} & self._values
            and evidence(text).shape not in _NO_LABEL
        )

    def _at(self, at: Source) -> Iterator[str]:
        for table in self._tables:
            for cell in table.cells:
                if cell.at == at:
                    yield from self._around(table, cell)

    # -- indicators

    def _of_row(self, row: Mapping[str, str]) -> Iterator[tuple[str, Meaning]]:
        """Heads above the cells of an indicator; left of them where it is a column."""
        name = bare(row.get("level3", ""))
        for table in self._tables:
            for cell in table.cells:
                if name and bare(cell.text) == name:
                    yield from self._in_line(table, row, cell, across=True)
                    yield from self._in_line(table, row, cell, across=False)

    def _in_line(
        self, table: Table, row: Mapping[str, str], name: Cell, *, across: bool
    ) -> Iterator[tuple[str, Meaning]]:
        grid = table.grid if across else tuple(zip(*table.grid, strict=True))
        number = name.row if across else name.column
        cells = [c for c in dict.fromkeys(grid[number]) if c is not None and c.text]
        for role, text in row.items():
            for held, cell in _holding(cells, role, text):
                place = cell.column if across else cell.row
                way = (grid[n][place] for n in reversed(range(number)))
                for label in self._heads(way, held):
                    yield label, ("indicator", held)

    def _heads(self, way: Iterable[Cell | None], role: str) -> Iterator[str]:
        """Texts that may head a column, the nearest first: classes stand between."""
        texts = dict.fromkeys(cell.text for cell in way if cell is not None)
        labels = (text for text in texts if self._may_be(text))
        for label in islice(labels, _MOST_HEADS):
            yield label
            if meaning("indicator", label) == role:
                return


def _is_news(label: str, said: Meaning, votes: Counter[Vote]) -> bool:
    """Whether the catalogue does not say so, and what it says fits less."""
    group, _ = said
    known = meaning(group, label)
    if known is None:
        return not is_label(label)
    return votes[label, (group, known)] < votes[label, said]


def _holding(cells: Sequence[Cell], role: str, text: str) -> Iterator[tuple[str, Cell]]:
    """The cells of a line that hold a value; a target may be parted in several."""
    wanted = bare(text)
    whole = [cell for cell in cells if bare(cell.text) == wanted]
    yield from ((role, cell) for cell in whole)
    if whole or role != "target":
        return
    for count in (2, 3):
        for start in range(len(cells) - count + 1):
            parts = cells[start : start + count]
            if "".join(bare(cell.text) for cell in parts) == wanted:
                yield from zip(_PARTS_OF_TARGET[count], parts, strict=True)


_PARTS_OF_TARGET: Final = {2: ("target", "unit"), 3: ("sign", "target", "unit")}


def _meanings(place: str) -> Iterator[Meaning]:
    """What a label may mean beside a value outside the indicators."""
    _, part, *steps = place.split(".")
    if part == "budget" and steps[:1] == ["rows"]:
        yield "budget_row", steps[1]
        yield "budget_column", steps[2]
    elif part == "project":
        yield "head", steps[0]
    elif part == "goals":
        yield "goal", steps[0]
    elif part in ("total_score", "grade"):
        yield "head", "total" if part == "total_score" else "grade"
