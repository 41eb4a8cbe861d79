"""The part of a form that lists the indicators (绩效指标)."""

from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import Any, Final

from quanheng.core.quantity import plain
from quanheng.testing.forms import names
from quanheng.testing.forms.facts import Facts
from quanheng.testing.forms.grid import Cell, Part, Strip, strip
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import Layout
from quanheng.testing.forms.parts.columns import APART, ROLES, columns_of
from quanheng.testing.forms.parts.table_head import head_of
from quanheng.testing.forms.values import Row, Value

_NUMBERS: Final = "一二三四五六七八"
_MERGED: Final = (
    *("level1", "level2", "group", "type", "level1_weight", "level2_weight"),
)
"""Columns whose cell spans the rows of a class."""
_OF_LEVEL1: Final = ("level1", "level1_weight")
_ROWS_BETWEEN: Final = ("subtotals", "fillers", "repeated_heads")
"""Rows that would tear merged cells apart."""
_NAME_NUMBERS: Final = ("指标{}：", "{}.", "（{}）", "{}、", "指标{}.")
_NO_VALUE: Final = ("—", "无", "", "/")
_IN_CELLS: Final = {
    "target": ("目标值", "目标", "年度指标值", "计划值", "指标值", "预期值"),
    "actual": ("实际值", "实际", "完成值", "实际完成值", "实际完成", "全年完成值"),
    "completion": ("完成率", "完成比例", "达成率"),
    "weight": ("分值", "权重", "满分"),
    "score": ("得分", "自评得分", "自评分"),
}
_REVIEWS: Final = ("", "0", "—")


class IndicatorTable:
    """The table of indicators in its layout."""

    def __init__(
        self, layout: Layout, heads: Heads, facts: Facts, random: Random, is_blank: bool
    ) -> None:
        self._layout, self._facts = layout, facts
        self._heads = {role: heads(role) for role in ROLES}
        self._rows = [] if is_blank else list(facts.rows)
        if self._rows and layout["around"] == "execution_row":
            self._rows.insert(0, _execution(facts))
        self.columns = columns_of(layout, random)
        self._no_value = random.choice(_NO_VALUE)
        self._name_number = random.choice(_NAME_NUMBERS)
        self._points = random.choice(("（{}分）", "({})", "{}分", "（{}）"))
        self._is_typed_by_level2 = random.random() < 0.5
        asides = facts.asides
        self._prose = random.sample(asides["standards"], len(asides["standards"]))
        self._sources = random.choice(asides["sources"])
        self._review = random.choice(_REVIEWS)
        self._labels = {role: random.choice(some) for role, some in _IN_CELLS.items()}
        self._mark = random.choice(("", "：", ":"))

    def part(self) -> Part:
        """Head, rows, what stands between them and below."""
        is_headless = self._layout["stacked"] == "headless"
        head = [] if is_headless else head_of(self._layout, self.columns, self._heads)
        body: Part = []
        for place, row in enumerate(self._rows):
            body += self._between(place, head)
            body.append(self._cells(place, row))
        if not self._rows:
            body = [strip("filler", *[""] * len(self.columns)) for _ in range(3)]
        body = [*self._begin(), *body, *self._end()]
        if self._layout["levels"] == "first_column":
            corner = Cell(self._heads["indicators"], down=len(head) + len(body))
            head = [strip("head", corner, *head[0].cells), *head[1:]]
        return [*head, *body]

    def truths(self) -> list[dict[str, Any]]:
        """What a careful reader takes from the rows."""
        return [self._truth(place, row) for place, row in enumerate(self._rows)]

    # -- rows that hold no indicator

    def _between(self, place: int, head: Part) -> Part:
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
            found += head if levels in loose else []
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

    def _of_class(self, row: Row, role: str = "level1") -> list[Row]:
        return [other for other in self._rows if _is_same(other, row, role)]

    def _named(self, kind: str, name: str, like: Row | None = None) -> Strip:
        texts = {"level1": like.level1, "level2": like.level2} if like else {}
        texts["level3"] = name
        return strip(kind, *(texts.get(role, "") for role in self.columns))

    def _begin(self) -> Part:
        return self._sum(self._heads["sum"]) if self._layout["sum"] == "top" else []

    def _end(self) -> Part:
        rows: Part = []
        if self._layout["sum"] in ("row", "row_right", "row_grade"):
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
        if not numbers or not numbers[0]:
            return []
        first = numbers[0]
        values = dict.fromkeys(columns, "")
        if of:
            score = sum((Decimal(row.score) for row in of), Decimal())
            values |= {"weight": _points(of), "score": plain(score)}
        elif self._rows:
            values |= {"weight": "100", "score": self._facts.total}
        if self._layout["sum"] == "row_grade" and not of and self._rows:
            values["reason"] = f"等级：{self._facts.grade}"
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
                text = self._said(role, self._text(role, place, row))
                cells.append(Cell(text, role=role))
        return strip("indicator", *cells)

    def _said(self, role: str, text: str) -> str:
        """A value behind its own label, where no head tells what it is."""
        if self._layout["stacked"] != "headless" or not text:
            return text
        if role not in self._labels:
            return text
        is_figure = text[0].isdigit() or text[0] in "≥≤<>="
        return self._labels[role] + (self._mark if is_figure else "：") + text

    def _level(self, place: int, role: str) -> list[Cell]:
        """A merged cell where a class begins, nothing below it."""
        row = self._rows[place]
        text = self._level_text(row, role)
        if self._layout["rows"] in _ROWS_BETWEEN:
            return [Cell(text, role=role)]
        if place and _is_same(self._rows[place - 1], row, role):
            return []
        down = 1
        rest = self._rows[place + 1 :]
        while down <= len(rest) and _is_same(rest[down - 1], row, role):
            down += 1
        return [Cell(text, down=down, role=role)]

    def _level_text(self, row: Row, role: str) -> str:
        if role in ("level1_weight", "level2_weight"):
            return _points(self._of_class(row, role))
        if role == "group":
            return f"{row.level2.removesuffix('指标')}任务"
        if role == "type":
            return row.level2 if self._is_typed_by_level2 else row.level1
        text = row.level1 if role == "level1" else row.level2
        if self._layout["levels"] == "points" and role == "level1":
            return text + self._points.format(_points(self._of_class(row)))
        return text

    def _name(self, place: int, row: Row) -> str:
        if self._layout["levels"] != "numbered_names":
            return row.name
        within = self._of_class(row, "level2")
        return self._name_number.format(_place_of(within, row) + 1) + row.name

    def _text(self, role: str, place: int, row: Row) -> str:
        target, actual = row.target, row.actual
        is_apart = self._layout["target"] in (*APART, "unit_apart")
        if role in _MERGED:
            return self._level_text(row, role)
        texts: dict[str, str] = {
            "number_of_row": str(place + 1),
            "level3": self._name(place, row),
            "level4": row.name,
            "explanation": f"反映{row.name}的情况",
            "standard": self._prose[place % len(self._prose)],
            "source": self._sources,
            "review": row.score if self._review == "0" else self._review,
            "expected": actual.whole,
            "possibility": "确定能",
            "sign": self._sign(target),
            "number": target.number,
            "measure": target.unit or self._no_value,
            "target": {
                "unit_apart": target.sign + target.number,
                "sign_apart": target.number + target.unit,
                "with_actual": f"{target.whole}\n{actual.whole}",
            }.get(self._layout["target"], target.whole),
            "actual": actual.number if is_apart else actual.whole,
            "period": target.whole,
            "weight": row.weight,
            "score": row.score,
            "completion": "100%" if row.score == row.weight else "90%",
            "reason": row.reason or ("—" if self._layout["values"] == "dashes" else ""),
        }
        return texts[role]

    def _sign(self, target: Value) -> str:
        """What stands in the cell of the sign."""
        way = self._layout["signs"]
        if way == "coded":
            codes: dict[str, str] = names.words()["sign_codes"]
            return codes.get(target.sign, target.sign)
        if target.sign:
            return target.sign
        if way == "none":
            return self._no_value
        return "=" if target.unit else "定性"

    # -- the truth

    def _truth(self, place: int, row: Row) -> dict[str, Any]:
        name = self._name(place, row)
        return {
            "level1": self._true_level(row, "level1"),
            "level2": self._true_level(row, "level2"),
            "level3": [name, row.name] if name != row.name else name,
            "target": self._true_target(row),
            "actual": self._true_actual(row),
            **{
                key: self._text(key, place, row) if key in self.columns else None
                for key in ("weight", "completion", "score")
            },
            "reason": (row.reason or None) if "reason" in self.columns else None,
        }

    def _true_level(self, row: Row, role: str) -> Any:
        levels = self._layout["levels"]
        if levels == "typed":
            # One column of classes may be kept as either level.
            return [self._level_text(row, "type"), None]
        if levels == "one" or (levels == "two" and role == "level2"):
            return None
        text = self._level_text(row, role)
        return [text, self._numbered(row, role)] if levels == "in_name" else text

    def _true_target(self, row: Row) -> Any:
        """The target; where its sign has a cell, with the word that stands there."""
        target = row.target
        if self._layout["target"] not in (*APART, "sign_apart"):
            return target.whole
        behind = target.number + target.unit
        return list(dict.fromkeys((target.whole, self._sign(target) + behind, behind)))

    def _true_actual(self, row: Row) -> Any:
        if self._layout["target"] in (*APART, "unit_apart"):
            accepted: Any = [row.actual.number, row.actual.whole]
        else:
            accepted = row.actual.whole
        has = "actual" in self.columns or self._layout["target"] == "with_actual"
        return accepted if has else None


def _is_same(one: Row, other: Row, role: str) -> bool:
    """Whether two rows share the cell of a level."""
    return one.level1 == other.level1 and (
        role in _OF_LEVEL1 or one.level2 == other.level2
    )


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


def _place(texts: Sequence[str], name: str) -> int:
    return list(dict.fromkeys(texts)).index(name)


def _place_of(rows: Sequence[Row], row: Row) -> int:
    return next(n for n, other in enumerate(rows) if other is row)
