"""The part of a form that lists the indicators (绩效指标)."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from quanheng.core.quantity import plain
from quanheng.testing.forms.columns import ROLES, columns_of
from quanheng.testing.forms.facts import Facts, Row, Value
from quanheng.testing.forms.grid import Cell, Part, Strip, strip
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import Layout

_NUMBERS: Final = "一二三四"
_MERGED: Final = ("level1", "level2", "level1_weight")
"""Columns whose cell spans the rows of a class."""
_ROWS_BETWEEN: Final = ("subtotals", "fillers", "repeated_heads")
"""Rows that would tear merged cells apart."""


class IndicatorTable:
    """The table of indicators in its layout."""

    def __init__(
        self, layout: Layout, heads: Heads, facts: Facts, is_blank: bool
    ) -> None:
        self._layout = layout
        self._heads = {role: heads(role) for role in ROLES}
        self._facts = facts
        self._rows = [] if is_blank else list(facts.rows)
        if self._rows and layout["around"] == "execution_row":
            self._rows.insert(0, _execution(facts))
        self.columns = columns_of(layout)

    def part(self) -> Part:
        """Head, rows, what stands between them and below."""
        head = self._head()
        body: Part = []
        for place, row in enumerate(self._rows):
            body += self._between(place, head)
            body.append(self._cells(place, row))
        if not self._rows:
            body = [strip("filler", *[""] * len(self.columns)) for _ in range(3)]
        body += self._end()
        if self._layout["levels"] == "first_column":
            corner = Cell(self._heads["indicators"], down=1 + len(body))
            head = strip("head", corner, *head.cells)
        return [head, *body]

    def truths(self) -> list[dict[str, Any]]:
        """What a careful reader takes from the rows."""
        return [self._truth(row) for row in self._rows]

    def _head(self) -> Strip:
        words = {role: self._heads[role] for role in self.columns}
        if self._layout["target"] == "with_actual":
            words["target"] = f"{self._heads['target']}\n{self._heads['actual']}"
        return strip("head", *(Cell(words[role], role=role) for role in self.columns))

    # -- rows that hold no indicator

    def _between(self, place: int, head: Strip) -> Part:
        """Rows before an indicator that hold none."""
        row, before = self._rows[place], self._rows[place - 1] if place else None
        rows, levels = self._layout["rows"], self._layout["levels"]
        found: Part = []
        if before and before.level1 != row.level1 and rows == "subtotals":
            found += self._sum("小计", self._of_class(before))
        found += self._classes(row, before)
        loose = ("repeated", "one", "in_name")
        ends = before is not None and before.level2 != row.level2
        if ends and rows == "fillers" and levels in (*loose, "two", "class_rows"):
            filler = self._facts.asides["fillers"][place % 4]
            found.append(self._named("filler", filler, before))
        if rows == "repeated_heads" and place == len(self._rows) // 2:
            found += [head] if levels in loose else []
        return found

    def _classes(self, row: Row, before: Row | None) -> Part:
        """Rows that name a class, where classes have no column."""
        found: Part = []
        begins = before is None or before.level1 != row.level1
        if begins and self._layout["levels"] == "class_rows":
            found.append(strip("class", Cell(row.level1, len(self.columns))))
        if self._layout["levels"] == "in_name":
            if begins:
                found.append(self._named("class", self._numbered(row, "level1")))
            if begins or before is None or before.level2 != row.level2:
                found.append(self._named("class", self._numbered(row, "level2")))
        return found

    def _numbered(self, row: Row, role: str) -> str:
        """A class with its number, as in the column of names."""
        if role == "level1":
            outer = [other.level1 for other in self._rows]
            return f"{_NUMBERS[_place(outer, row.level1)]}、{row.level1}"
        inner = [r.level2 for r in self._of_class(row)]
        return f"（{_NUMBERS[_place(inner, row.level2)]}）{row.level2}"

    def _of_class(self, row: Row) -> list[Row]:
        return [other for other in self._rows if other.level1 == row.level1]

    def _named(self, kind: str, name: str, like: Row | None = None) -> Strip:
        texts = {"level1": like.level1, "level2": like.level2} if like else {}
        texts["level3"] = name
        return strip(kind, *(texts.get(role, "") for role in self.columns))

    def _end(self) -> Part:
        rows: Part = []
        if self._layout["sum"] in ("row", "row_right"):
            rows += self._sum(self._heads["sum"])
        if self._layout["rows"] == "footnotes":
            wide = len(self.columns)
            notes = self._facts.asides["footnotes"]
            rows += [strip("note", Cell(note, wide)) for note in notes]
        return rows

    def _sum(self, label: str, of: Sequence[Row] = ()) -> Part:
        """A subtotal or the total, its label over all columns before the numbers."""
        columns = self.columns
        numbers = [n for n, role in enumerate(columns) if role in ("weight", "score")]
        if not numbers:
            return []
        first = numbers[0]
        values = dict.fromkeys(columns, "")
        if of:
            score = sum((Decimal(row.score) for row in of), Decimal())
            values |= {"weight": _points(of), "score": plain(score)}
        elif self._rows:
            values |= {"weight": "100", "score": self._facts.total}
        lead = [Cell(label, first)]
        if not of and self._layout["sum"] == "row_right":
            lead = [*[Cell("")] * (first - 1), Cell(label)]
        behind = (values[role] for role in columns[first:])
        return [strip("subtotal" if of else "total", *lead, *behind)]

    # -- rows of indicators

    def _cells(self, place: int, row: Row) -> Strip:
        cells: list[Cell] = []
        for role in self.columns:
            if role in _MERGED and self._layout["levels"] != "repeated":
                cells += self._level(place, role)
            else:
                cells.append(Cell(self._text(role, place, row), role=role))
        return strip("indicator", *cells)

    def _level(self, place: int, role: str) -> list[Cell]:
        """A merged cell where a class begins, nothing below it."""
        row = self._rows[place]
        text = self._level_text(row, role)
        if self._layout["rows"] in _ROWS_BETWEEN:
            return [Cell(text, role=role)]

        def same(other: Row) -> bool:
            return other.level1 == row.level1 and (
                role != "level2" or other.level2 == row.level2
            )

        if place and same(self._rows[place - 1]):
            return []
        down = 1
        while place + down < len(self._rows) and same(self._rows[place + down]):
            down += 1
        return [Cell(text, down=down, role=role)]

    def _level_text(self, row: Row, role: str) -> str:
        points = _points(self._of_class(row))
        if role == "level1_weight":
            return points
        text = row.level1 if role == "level1" else row.level2
        if self._layout["levels"] == "points" and role == "level1":
            return f"{text}（{points}分）"
        return text

    def _text(self, role: str, place: int, row: Row) -> str:
        target, actual = row.target, row.actual
        is_apart = self._layout["target"] in ("three_cells", "unit_apart")
        return {
            "number_of_row": str(place + 1),
            "level1": row.level1,
            "level2": row.level2,
            "level3": row.name,
            "explanation": f"反映{row.name}的情况",
            "standard": "达到目标值得满分，未达到的按比例扣分",
            "sign": target.sign or ("=" if target.unit else "定性"),
            "number": target.number,
            "measure": target.unit or "—",
            "target": {
                "unit_apart": target.sign + target.number,
                "with_actual": f"{target.whole}\n{actual.whole}",
            }.get(self._layout["target"], target.whole),
            "actual": actual.number if is_apart else actual.whole,
            "period": target.whole,
            "weight": row.weight,
            "score": row.score,
            "completion": "100%" if row.score == row.weight else "90%",
            "reason": row.reason or ("—" if self._layout["values"] == "dashes" else ""),
        }[role]

    # -- the truth

    def _truth(self, row: Row) -> dict[str, Any]:
        return {
            "level1": self._true_level(row, "level1", ("one",)),
            "level2": self._true_level(row, "level2", ("one", "two")),
            "level3": row.name,
            "target": self._true_target(row),
            "actual": self._true_actual(row),
            **{
                key: self._text(key, 0, row) if key in self.columns else None
                for key in ("weight", "completion", "score")
            },
            "reason": (row.reason or None) if "reason" in self.columns else None,
        }

    def _true_level(self, row: Row, role: str, without: tuple[str, ...]) -> Any:
        levels = self._layout["levels"]
        if levels in without:
            return None
        text = self._level_text(row, role)
        return [text, self._numbered(row, role)] if levels == "in_name" else text

    def _true_target(self, row: Row) -> Any:
        """The target; where its sign has a cell, with the word that stands there."""
        whole = row.target.whole
        if self._layout["target"] != "three_cells" or row.target.sign:
            return whole
        return [whole, self._text("sign", 0, row) + whole]

    def _true_actual(self, row: Row) -> Any:
        if self._layout["target"] in ("three_cells", "unit_apart"):
            accepted: Any = [row.actual.number, row.actual.whole]
        else:
            accepted = row.actual.whole
        has = "actual" in self.columns or self._layout["target"] == "with_actual"
        return accepted if has else None


def _execution(facts: Facts) -> Row:
    """The execution of the budget as an indicator of its own."""
    return Row(
        *("预算执行指标", "预算执行率指标", "预算执行率", "10"),
        Value("", "100%", ""),
        Value("", facts.rate, ""),
        *(facts.rate_score, ""),
    )


def _points(rows: Sequence[Row]) -> str:
    return str(sum(int(row.weight) for row in rows))


def _place(names: Sequence[str], name: str) -> int:
    return list(dict.fromkeys(names)).index(name)
