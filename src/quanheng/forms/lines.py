"""Lines without visible tables → rows, by the labels in them (无表格线的文本).

Texts copied out of a form come as rows with blanks between the cells, as one cell a
line, or all on one line. What is left of the table are its labels and their order.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from quanheng.core.field import Field
from quanheng.core.source import Source
from quanheng.document.table import Cell
from quanheng.forms.alignment import align
from quanheng.forms.indicator_header import LEVELS
from quanheng.forms.labels import LABEL_GROUPS, is_label, meaning
from quanheng.forms.rows import Row

_FILLER: Final = re.compile(
    r"(?:指标(?:\d+[:：.．、]?|[:：]))?[.…．·/／\-—－]*|[（(]\d+(?:\.\d+)?分[)）]|续表"
)
_BRACKETED: Final = re.compile(r"[（(].*[）)]")
GROUPS: Final = (*LABEL_GROUPS, "category")
_FRAGMENTS: Final = 4
"""A label broken over lines or blanks has at most so many parts."""
_LONGEST_JOINED: Final = 24
_LEAST_HEADER: Final = 3
_ROW_COST: Final = 0.8
_LINE_START: Final = 1.0
_GOAL_ITEM: Final = re.compile(r"目标\s*[1一][:：.、]")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text between blanks or line breaks (词块).

    Attributes:
        text: The text.
        at: Its place.
        line: Number of its line.
        starts: Whether it begins its line.
    """

    text: str
    at: Source
    line: int
    starts: bool


def rows_of_lines(lines: Sequence[Field]) -> tuple[list[Field], list[Row]]:
    """Cut lines into the rows of a form.

    Returns:
        The lines in front that are no part of a row (titles), and the rows; no rows
        where the lines hold no head of an indicator table.
    """
    tokens = _whole_labels(_tokens(lines))
    if not any(_header_length(tokens, n) for n in range(len(tokens))):
        return list(lines), []
    return _Cutter(tokens).cut()


def _tokens(lines: Sequence[Field]) -> list[Token]:
    found: list[list[Token]] = []
    for number, line in enumerate(lines):
        words = [word for word in line.raw.split() if not _FILLER.fullmatch(word)]
        parts = [Token(w, line.at, number, n == 0) for n, w in enumerate(words)]
        if parts and not (found and _completes_header(found, parts)):
            found.append(parts)
    return [token for parts in found for token in parts]


def _completes_header(found: list[list[Token]], parts: list[Token]) -> bool:
    """Whether a line holds the second halves of labels in the header line above it."""
    above = found[-1]
    known = [token for token in above if meaning("indicator", token.text)]
    halves = [
        n
        for n, token in enumerate(above)
        if not meaning("indicator", token.text)
        and not meaning("indicator_block", token.text)
    ]
    if len(known) < _LEAST_HEADER or len(halves) != len(parts):
        return False
    joined = {n: above[n].text + part.text for n, part in zip(halves, parts, strict=True)}
    if not all(meaning("indicator", text) for text in joined.values()):
        return False
    found[-1] = [
        Token(joined.get(n, token.text), token.at, token.line, token.starts)
        for n, token in enumerate(above)
    ]
    return True


def _whole_labels(tokens: Sequence[Token]) -> list[Token]:
    """Labels that are broken into parts, put together again."""
    whole: list[Token] = []
    number = 0
    while number < len(tokens):
        length = _label_length(tokens, number)
        first = tokens[number]
        text = "".join(token.text for token in tokens[number : number + length])
        whole.append(Token(text, first.at, first.line, first.starts))
        number += length
    return whole


def _label_length(tokens: Sequence[Token], number: int) -> int:
    for length in range(_FRAGMENTS, 1, -1):
        parts = [token.text for token in tokens[number : number + length]]
        if len(parts) == length and _is_broken_label(parts):
            return length
    return 1


def _is_broken_label(parts: Sequence[str]) -> bool:
    """Whether the parts make a label, and not just by standing side by side."""
    text = "".join(parts)
    if len(text) > _LONGEST_JOINED or _BRACKETED.fullmatch(parts[0]):
        return False
    return any(
        meaning(group, text) and not all(meaning(group, part) for part in parts)
        for group in GROUPS
    )


def _header_length(tokens: Sequence[Token], number: int) -> int:
    """How many tokens the head of an indicator table takes here, 0 for none."""
    end = number
    found = set()
    while end < len(tokens) and (name := meaning("indicator", tokens[end].text)):
        found.add(name)
        end += 1
    enough = len(found - {"note"}) >= _LEAST_HEADER and found & LEVELS
    return end - number if enough else 0


class _Cutter:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.front: list[Field] = []
        self.rows: list[Row] = []

    def cut(self) -> tuple[list[Field], list[Row]]:
        number = 0
        while number < len(self.tokens):
            number = self._step(number)
        return self.front, self.rows

    def _step(self, number: int) -> int:
        if length := _header_length(self.tokens, number):
            return self._indicators(number, number + length)
        if (end := self._run(number, "budget_row")) - number > 1:
            return self._budget(number, end)
        if (end := self._run(number, "goal")) - number > 1:
            return self._goals(number, end)
        token = self.tokens[number]
        if is_label(token.text):
            return self._pair(number)
        if not self.rows:
            self.front.append(Field(token.text, token.at))
        return number + 1

    def _run(self, number: int, group: str) -> int:
        """Where the run of labels of a group ends that begins here."""
        end = number
        while end < len(self.tokens) and meaning(group, self.tokens[end].text):
            end += 1
        return end

    def _until_label(self, number: int) -> int:
        while number < len(self.tokens) and not is_label(self.tokens[number].text):
            number += 1
        return number

    def _pair(self, number: int) -> int:
        """A label with what follows it; on a line of its own, up to the line's end."""
        end = self._until_label(number + 1)
        line = self.tokens[number].line
        in_line = [t for t in self.tokens[number + 1 : end] if t.line == line]
        if in_line:
            end = number + 1 + len(in_line)
        self._emit(self.tokens[number : number + 1], self.tokens[number + 1 : end])
        return end

    def _emit(self, labels: Sequence[Token], values: Sequence[Token]) -> None:
        """A row of labels, with the values behind them as one cell."""
        texts = [(token.text, token.at) for token in labels]
        if values:
            texts.append(("".join(token.text for token in values), values[0].at))
        self.rows.append(_row(texts))

    def _budget(self, number: int, end: int) -> int:
        while end < len(self.tokens) and (
            meaning("budget_row", self.tokens[end].text)
            or meaning("budget_extra", self.tokens[end].text)
        ):
            end += 1
        heads = [(token.text, token.at) for token in self.tokens[number:end]]
        self.rows.append(_row([("", heads[0][1]), *heads]))
        while end < len(self.tokens):
            if meaning("other", self.tokens[end].text) == "known":
                end += 1
                continue
            if not meaning("budget_column", self.tokens[end].text):
                break
            start, end = end, self._until_label(end + 1)
            self.rows.append(_row([(t.text, t.at) for t in self.tokens[start:end]]))
        return end

    def _goals(self, number: int, end: int) -> int:
        heads: dict[str | None, Token] = {}
        for token in self.tokens[number:end]:
            heads.pop(name := meaning("goal", token.text), None)
            heads[name] = token
        self.rows.append(_row([(t.text, t.at) for t in heads.values()]))
        start, end = end, self._until_label(end)
        parts = _halves(self.tokens[start:end], len(heads))
        self.rows.append(
            _row([("\n".join(t.text for t in part), part[0].at) for part in parts])
        )
        return end

    def _indicators(self, number: int, end: int) -> int:
        heads = self.tokens[number:end]
        self.rows.append(_row([(token.text, token.at) for token in heads]))
        start, end = end, self._region_end(end)
        kinds = [meaning("indicator", token.text) or "note" for token in heads]
        for part, places in _segments(self.tokens[start:end], kinds):
            self.rows.append(_row_at(part, places, len(kinds)))
        if end < len(self.tokens) and meaning("total_row", self.tokens[end].text):
            end = self._total(end, kinds)
        return end

    def _region_end(self, number: int) -> int:
        while number < len(self.tokens):
            text = self.tokens[number].text
            if (
                meaning("total_row", text)
                or meaning("other", text) == "foot"
                or meaning("head", text)
                or _header_length(self.tokens, number)
            ):
                break
            number += 1
        return number

    def _total(self, number: int, kinds: Sequence[str]) -> int:
        end = min(self._until_label(number + 1), number + 3)
        columns = [n for n, kind in enumerate(kinds) if kind in ("weight", "score")]
        places = [0, *columns][: end - number]
        self.rows.append(_row_at(self.tokens[number:end], places, len(kinds)))
        return end


def _row(texts: Sequence[tuple[str, Source]]) -> Row:
    cells = tuple(Cell(text, 0, n, at=at) for n, (text, at) in enumerate(texts))
    at = cells[0].at if cells else Source()
    return Row((*cells, None), cells, (), at)


def _row_at(tokens: Sequence[Token], places: Sequence[int], width: int) -> Row:
    cells = tuple(
        Cell(token.text, 0, place, at=token.at)
        for token, place in zip(tokens, places, strict=False)
    )
    slots: list[Cell | None] = [None] * (width + 1)
    for cell in cells:
        slots[cell.column] = cell
    return Row(tuple(slots), cells, (), tokens[0].at)


def _halves(tokens: Sequence[Token], heads: int) -> list[Sequence[Token]]:
    """The texts of goals that follow each other, dealt out to their heads."""
    if len(tokens) < 2 or heads < 2:
        return [tokens] if tokens else []
    again = [n for n, token in enumerate(tokens) if _GOAL_ITEM.match(token.text)]
    middle = again[1] if len(again) == 2 else (len(tokens) + 1) // 2
    return [tokens[:middle], tokens[middle:]]


def _segments(
    tokens: Sequence[Token], kinds: Sequence[str]
) -> Iterator[tuple[Sequence[Token], list[int]]]:
    """Cut a run of cells into rows so that all of them fit the columns best."""
    count = len(tokens)
    best = [0.0] + [float("-inf")] * count
    cut = [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(max(0, end - len(kinds)), end):
            value = best[start] + _row_value(tokens[start:end], kinds)
            if value > best[end]:
                best[end], cut[end] = value, start
    ends = []
    end = count
    while end:
        ends.append((cut[end], end))
        end = cut[end]
    for start, end in reversed(ends):
        part = tokens[start:end]
        yield part, align([token.text for token in part], kinds)[1]


def _row_value(tokens: Sequence[Token], kinds: Sequence[str]) -> float:
    value = align([token.text for token in tokens], kinds)[0] - _ROW_COST
    inner = sum(token.starts for token in tokens[1:])
    return value + (_LINE_START if tokens[0].starts else 0.0) - inner * _INNER_LINE


_INNER_LINE: Final = 0.5
