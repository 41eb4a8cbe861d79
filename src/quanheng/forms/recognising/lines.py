"""Lines without visible tables → rows, by the labels in them (无表格线的文本).

Texts copied out of a form come as rows with blanks between the cells, as one cell a
line, or all on one line. What is left of the table are its labels and their order.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from quanheng.core.field import Field
from quanheng.core.source import Source
from quanheng.document.table import Cell
from quanheng.forms.labels import is_label, meaning
from quanheng.forms.recognising.head.titles import is_front
from quanheng.forms.recognising.indicator_header import LEVELS
from quanheng.forms.recognising.rows import Row
from quanheng.forms.recognising.segments import segments
from quanheng.forms.recognising.tokens import Token, tokens_of

_LEAST_HEADER: Final = 3
_GOAL_ITEM: Final = re.compile(r"目标\s*[1一][:：.、]")


def rows_of_lines(lines: Sequence[Field]) -> tuple[list[Field], list[Row]]:
    """Cut lines into the rows of a form.

    Returns:
        The lines in front that are no part of a row (titles), and the rows; no rows
        where the lines hold no head of an indicator table.
    """
    tokens = tokens_of(lines)
    if not any(_header_length(tokens, n) for n in range(len(tokens))):
        return list(lines), []
    return _Cutter(tokens).cut()


def _header_length(tokens: Sequence[Token], number: int) -> int:
    """How many tokens the head of an indicator table takes here, 0 for none."""
    end = number
    found = set()
    while end < len(tokens) and (name := meaning("indicator", tokens[end].text)):
        found.add(name)
        end += 1
    columns = found - {"note"}
    enough = len(columns) >= _LEAST_HEADER and columns & LEVELS and columns - LEVELS
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
        elif is_front(token.text):
            self.rows.append(_row([(token.text, token.at)]))
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
        cells = [(self.tokens[number].text, self.tokens[number].at)]
        if values := self.tokens[number + 1 : end]:
            cells.append(("".join(token.text for token in values), values[0].at))
        self.rows.append(_row(cells))
        return end

    def _budget(self, number: int, end: int) -> int:
        while end < len(self.tokens) and any(
            meaning(group, self.tokens[end].text)
            for group in ("budget_row", "budget_extra")
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
        told = [(token.text, token.at) for token in heads]
        self.rows.append(replace(_row(told), kind="head"))
        start, end = end, self._region_end(end)
        kinds = [meaning("indicator", token.text) or "note" for token in heads]
        kinds = ["note" if kind == "period_target" else kind for kind in kinds]
        for part, places in segments(self.tokens[start:end], kinds):
            row = _row_at(part, places, len(kinds))
            self.rows.append(replace(row, kind="indicator"))
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
        row = _row_at(self.tokens[number:end], places, len(kinds))
        self.rows.append(replace(row, kind="total"))
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
