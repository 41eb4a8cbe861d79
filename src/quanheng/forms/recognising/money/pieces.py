"""The cells of a row of money: labels, values, or both (资金行的单元格)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from quanheng.core.field import Field
from quanheng.document.table import Cell
from quanheng.forms.recognising.judging.evidence import evidence
from quanheng.forms.recognising.money.labels import NO_LABEL, MoneyLabel, money_label
from quanheng.forms.recognising.rows import Row, compact
from quanheng.language.folding import folded, folded_with_places

_AMOUNT: Final = (
    r"\d[\d,]*(?:\.\d+)?(?:\s*(?:亿元|万元|千元|元|亿|万|%)|(?![\d.,一-鿿]))"
)
_IN_CELL: Final = re.compile(rf"([一-鿿()]{{2,16}}?)\s*(?::|为|是|共)?\s*({_AMOUNT})")
_LABELLED: Final = re.compile(r"([^:]{2,20}(?::[^:]{2,16})?):([^:]*)")
_FIGURE: Final = re.compile(
    r"(?:约|人民币|¥)?\s*[-+−]?\d[\d,.]*+\s*(?:亿元|万元|千元|元|亿|万|%)?\s*"
    r"(?:[(,;/、+\d].*)?",
    re.DOTALL,
)
_LEADING: Final = re.compile(rf"({_AMOUNT})\s*[,;(]")
_LONGEST: Final = 60
_LONGEST_LIST: Final = 400
_IN_WORDS: Final = re.compile(
    "[零〇一二三四五六七八九十百千万亿两壹贰叁肆伍陆柒捌玖拾佰仟点]+[元圆]?整?"
)
_JOINED: Final = re.compile(r"\s*[/／]\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A label or a value of a row of money (标签或数额).

    Attributes:
        cell: The cell that it stands in.
        field: Its text and place.
        label: What it says as a label.
        is_value: Whether it may be an amount: a figure, a dash, or blank.
        is_own: Whether its cell begins in the row.
    """

    cell: Cell
    field: Field
    label: MoneyLabel
    is_value: bool
    is_own: bool = True

    @property
    def is_label(self) -> bool:
        """Whether it is a label of money."""
        return not self.is_value and (self.label.is_money or bool(self.label.extra))


@lru_cache(maxsize=16384)
def is_value(text: str) -> bool:
    """Whether a text may be an amount: a figure, a dash, or blank."""
    said = compact(text)
    if len(said) > _LONGEST or money_label(said).is_money:
        return False
    if evidence(said).shape in ("blank", "dash") or _FIGURE.fullmatch(folded(said)):
        return True
    return _IN_WORDS.fullmatch(said) is not None


def is_figure(text: str) -> bool:
    """Whether a text is an amount that says something."""
    return is_value(text) and evidence(compact(text)).shape not in ("blank", "dash")


def value_of(cell: Cell) -> Field | None:
    """The amount in a cell; None where what stands there is none.

    The last sign of a head that slipped into the cell is left aside: 数 | 0.
    """
    amount = _amount_in(cell.text)
    return None if amount is None else Field(amount, cell.at)


@lru_cache(maxsize=16384)
def _amount_in(text: str) -> str | None:
    if is_value(text):
        return compact(text)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    figures = [line for line in lines if is_figure(line)]
    others = [line for line in lines if line not in figures]
    if len(figures) == 1 and all(_is_scrap(line) for line in others):
        return figures[0]
    return None


def _is_scrap(line: str) -> bool:
    return len(line) <= 3 and all("一" <= sign <= "鿿" for sign in line)


def several(value: Field, count: int) -> list[Field]:
    """The parts of a value below a head of several labels: 309 /100%."""
    parts = _JOINED.split(value.raw)
    if count < 2 or len(parts) != count or not all(map(is_value, parts)):
        return [value] if count < 2 else []
    return [Field(part, value.at) for part in parts]


def pieces_of(row: Row) -> list[Piece]:
    """The labels and values of a row from the left, those from above with them."""
    own = set(map(id, row.own))
    cells = sorted((*row.carried, *row.own), key=lambda cell: cell.column)
    return [
        Piece(cell, Field(said.text, cell.at), said.label, said.is_value, is_own)
        for cell in cells
        for is_own in (id(cell) in own,)
        for said in _said_in(cell.text)
    ]


class _Said(NamedTuple):
    """A label or a value as the text of a cell says it."""

    text: str
    label: MoneyLabel
    is_value: bool


@lru_cache(maxsize=16384)
def _said_in(text: str) -> tuple[_Said, ...]:
    amount = _amount_in(text)
    if amount is not None:
        return tuple(_value_with_parts(amount))
    label = money_label(text)
    if not (label.is_money or label.extra or label.is_other):
        parts = [*_labelled_value(text)] or [*_labelled_amounts(compact(text))]
        if parts:
            return tuple(parts)
    return (_Said(compact(text), label, False),)


def _value_with_parts(value: str) -> Iterator[_Said]:
    """A value, and what it is made of: 10万元，其中财政拨款8万元."""
    parts = list(_labelled_amounts(value))
    lead = next(_matches(_LEADING, value), None) if parts else None
    yield _Said(lead[0] if lead else value, NO_LABEL, True)
    yield from parts if lead else ()


def _labelled_value(cell: str) -> Iterator[_Said]:
    """A label with its value in one cell: 资金总额：438."""
    text = compact(cell)
    if len(text) > _LONGEST:
        return
    for label, value in _matches(_LABELLED, text, whole=True):
        if is_figure(value) and money_label(label).is_money:
            yield from _pair(label, value)


def _labelled_amounts(text: str) -> Iterator[_Said]:
    """Several amounts in one cell: 总额10万元，财政拨款：8万元，其他资金：2万元."""
    for label, value in _matches(_IN_CELL, text[:_LONGEST_LIST]):
        if money_label(label).is_money:
            yield from _pair(label, value)


def _pair(label: str, value: str) -> Iterator[_Said]:
    yield _Said(label, money_label(label), False)
    yield _Said(value.strip(), NO_LABEL, True)


def _matches(
    pattern: re.Pattern[str], text: str, *, whole: bool = False
) -> Iterator[tuple[str, ...]]:
    """The groups of a pattern in the folded text, as they are printed."""
    plain, places = folded_with_places(text)
    found = pattern.fullmatch(plain) if whole else None
    for match in [found] if found else [] if whole else pattern.finditer(plain):
        spans = (match.span(number) for number in range(1, pattern.groups + 1))
        yield tuple(
            text[places[start] : places[end - 1] + 1] if end > start else ""
            for start, end in spans
        )
