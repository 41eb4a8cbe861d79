"""The columns of an indicator table: what each holds, decided together (列的判别)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from quanheng.document.table import Cell
from quanheng.forms.recognising.indicators.labelled_cells import label_of_all, labelled
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.judging.path import (
    Choice,
    best_distinct,
    distinct_labels,
    learned_weights,
    numbers,
)
from quanheng.forms.recognising.rows import Row
from quanheng.language.folding import folded

ROLES: Final = (
    *("level1", "level2", "level3", "target", "sign", "unit", "actual", "both"),
    *("completion", "weight", "score", "reason", "note"),
    *("level1_weight", "level2_weight", "period_target"),
)
"""What a column may hold; ``both`` is target and actual in one cell."""
_PARTED: Final = re.compile(r"\S\s+\S")
"""Two words, on a line each or not."""
_HEAD_MARKS: Final = (
    (
        "others",
        re.compile(
            "复[核审评查]|审[核查]|评审|抽[查评]|核[定查]|财政|主管|第三方|专家|上级"
        ),
    ),
    ("period", re.compile("实施期|中期|长期|规划期|多年|三年|周期")),
    ("year", re.compile("年度|全年|本年|当年")),
    ("figure", re.compile(r"^\s*\d{1,3}(?:\.\d+)?\s*分?\s*$")),
)
"""Words in heads that tell columns of one meaning apart."""
REPEATABLE: Final = frozenset({"note"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table as it looks: grid columns that no row tells apart (列).

    Attributes:
        places: Its grid columns.
        heads: The cells of the head above it, from the top.
        cells: Its cells in the rows below; None where a row has none.
    """

    places: tuple[int, ...]
    heads: tuple[Cell, ...]
    cells: tuple[Cell | None, ...]

    @property
    def said(self) -> str:
        """What its cells say that they hold, where no head says it."""
        if self.heads:
            return ""
        return label_of_all(c.text for c in self.cells if c is not None and c.text)


def columns_of(head: Sequence[Row], body: Sequence[Row]) -> list[Column]:
    """The columns of a head and the rows below it."""
    rows = [*head, *body]
    width = max((len(row.slots) for row in rows), default=0)
    found: list[Column] = []
    before: list[Cell | None] = []
    for place in range(width):
        now = [row.cell(place) for row in rows]
        if found and all(a is b for a, b in zip(now, before, strict=True)):
            last = found[-1]
            found[-1] = Column((*last.places, place), last.heads, last.cells)
        elif any(cell is not None for cell in now):
            stack = [c for c in now[: len(head)] if c is not None and c.text]
            heads = tuple(dict.fromkeys(stack))
            found.append(Column((place,), heads, tuple(now[len(head) :])))
        before = now
    return found


def roles(columns: Sequence[Column]) -> list[Choice]:
    """What each column holds, with how sure that is."""
    weights = learned_weights("columns")
    own = [weights.scores(marks) for marks in column_features(columns)]
    return best_distinct(own, weights, REPEATABLE)


def likeliness(columns: Sequence[Column]) -> float:
    """How much speaks for the best roles of columns, all of it together."""
    own, best = _own_and_best(columns)
    return learned_weights("columns").total(own, best)


def misfit(columns: Sequence[Column], held: Sequence[str]) -> float:
    """How much worse these roles suit the columns than the best ones, per column."""
    weights = learned_weights("columns")
    own, best = _own_and_best(columns)
    ours = [weights.labels.index(role) for role in held]
    lost = weights.total(own, best) - weights.total(own, ours)
    return lost / max(len(columns), 1)


def _own_and_best(columns: Sequence[Column]) -> tuple[list[list[float]], list[int]]:
    weights = learned_weights("columns")
    own = [weights.scores(marks) for marks in column_features(columns)]
    free = numbers(weights.labels, REPEATABLE)
    return own, distinct_labels(own, weights.follows, free)


def column_features(columns: Sequence[Column]) -> list[list[str]]:
    """What speaks for what each column holds."""
    found = []
    meanings = [_meaning(column) for column in columns]
    for number, column in enumerate(columns):
        before = columns[number - 1] if number else None
        told = [*_head(column), *_content(column), *_beside(column, before)]
        if name := meanings[number]:
            told += [f"again:{name}"] if name in meanings[:number] else []
            told += [f"before:{name}"] if name in meanings[number + 1 :] else []
        found.append(told)
    return found


def _meaning(column: Column) -> str:
    """The meaning of the head right above a column, listed or likely."""
    told = evidence(column.heads[-1].text) if column.heads else None
    if told is None:
        return column.said
    likely = told.likely.get("indicator", {})
    best = max(likely, key=lambda name: likely[name], default="")
    return told.exact.get("indicator", best)


def _head(column: Column) -> Iterator[str]:
    yield "bias"
    if said := column.said:
        yield f"head:{said}"
    elif not column.heads:
        yield "headless"
    for place, cell in enumerate(reversed(column.heads)):
        where = "head" if place == 0 else "above"
        told = evidence(cell.text)
        if name := told.exact.get("indicator"):
            yield f"{where}:{name}"
        elif likely := told.likely.get("indicator"):
            best = max(likely, key=lambda name: likely[name])
            yield f"{where}~{best}~{round(4 * min(likely[best], 1))}"
        elif told.exact:
            yield f"{where}:{'/'.join(sorted(told.exact))}"
        else:
            yield f"{where}:unknown"
        yield from (f"{where}:{mark}" for mark in _said_in(cell.text))


@lru_cache(maxsize=8192)
def _said_in(head: str) -> tuple[str, ...]:
    """What a head says besides its meaning: whose the column is, and of what time."""
    plain = folded(head)
    found = [mark for mark, words in _HEAD_MARKS if words.search(plain)]
    return (*found, "lines") if _PARTED.search(head) else tuple(found)


def _content(column: Column) -> Iterator[str]:
    if not column.cells:
        return
    texts = [cell.text for cell in column.cells if cell is not None and cell.text]
    texts = [labelled(text)[1] for text in texts] if column.said else texts
    blank = 1 - len(texts) / max(len(column.cells), 1)
    if texts or not _is_listed(column):  # a known head needs no content
        yield f"blank={round(4 * blank)}"
    if not texts:
        return
    told = list(map(evidence, texts))
    shapes = Counter([one.shape for one in told])
    for name, number in shapes.items():
        yield f"{name}={_share(number, len(texts))}"
    classes = Counter([one.exact.get("category") for one in told])
    for known, number in classes.items():
        if known:
            yield f"class:{known}={_share(number, len(texts))}"
    yield f"distinct={round(4 * len(set(texts)) / len(texts))}"
    parted = [text.split() for text in texts if _PARTED.search(text)]
    if parted:
        yield f"lines={_share(len(parted), len(texts))}"
        looks = Counter(evidence(part).shape for parts in parted for part in parts)
        yield f"line={looks.most_common(1)[0][0]}"


def _is_listed(column: Column) -> bool:
    """Whether the catalogue lists the head right above a column."""
    if not column.heads:
        return False
    return "indicator" in evidence(column.heads[-1].text).exact


def _share(part: int, whole: int) -> str:
    return "all" if part == whole else "most" if 2 * part >= whole else "some"


def _beside(column: Column, before: Column | None) -> Iterator[str]:
    """How a column compares with the one left of it."""
    if before is None:
        yield "first"
        return
    pairs = [
        (a.text, b.text)
        for a, b in zip(column.cells, before.cells, strict=True)
        if a is not None and b is not None and a.text and b.text
    ]
    if pairs:
        same = sum(a == b for a, b in pairs)
        yield f"same={_share(same, len(pairs)) if same else 'none'}"
