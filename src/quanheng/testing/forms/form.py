"""Facts in a layout → what stands on the page, and the truth about it (成表)."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Any, Final, TypeAlias

from quanheng.testing.forms.facts import Facts, drawn_facts
from quanheng.testing.forms.grid import (
    Block,
    Cell,
    Line,
    Part,
    Sheet,
    fitted,
    strip,
    turned,
    width_of,
)
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.indicators import IndicatorTable
from quanheng.testing.forms.layout import PLAIN, Layout
from quanheng.testing.forms.money import MoneyPart
from quanheng.testing.forms.script import Writing

WIDTH: Final = 12
"""Columns of a form that is one grid."""
_MORE_PAIRS: Final = (
    ("项目负责人", "王"),
    ("联系电话", "0000-1234567"),
    ("项目类别", "特定目标类"),
    ("项目属性", "新增项目"),
    ("资金用途", "业务费"),
    ("项目起止时间", "1月至12月"),
)
Truth: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Form:
    """A document that was made, with what a careful reader finds in it (生成表).

    Attributes:
        blocks: Its lines and tables in order.
        truth: Its projects, in the shape of the truth of the corpus.
    """

    blocks: tuple[Block, ...]
    truth: Truth


def drawn_form(layout: Layout, random: Random) -> Form:
    """A form in a layout, about drawn facts."""
    drawing = _Drawing(layout, random)
    projects = [drawing.project() for _ in range(2 if layout["forms"] == "two" else 1)]
    if layout["forms"] == "blank_beside":
        drawing.blank()
    writing = Writing(layout["script"])
    return Form(
        tuple(writing.block(block) for block in drawing.blocks),
        writing.truth({"projects": projects}),
    )


@dataclass
class _Drawing:
    """Lays one document out."""

    layout: Layout
    random: Random
    blocks: list[Block] = field(default_factory=list)
    is_blank: bool = False

    def project(self) -> Truth:
        """One form; its truth."""
        facts = drawn_facts(self.random, self.layout["values"])
        heads = Heads(self.layout["heads"], self.random)
        truth = _nothing(facts.year)
        if self.layout["rows"] == "news" and not self.blocks:
            self.blocks += [Line(text) for text in facts.asides["news"]]
        if self.layout["around"] == "narrative":
            self._chapters(facts, heads)
        parts = [
            self._head(facts, heads, truth),
            self._money(facts, heads, truth),
            self._goals(facts, heads, truth),
            self._indicators(facts, heads, truth),
        ]
        self._insert_others(parts, facts)
        self._lay([part for part in parts if part])
        self._below(facts, truth)
        return truth

    def blank(self) -> None:
        """A form that nobody has filled in, behind the other."""
        self.is_blank = True
        self.project()

    def _said(self, text: str) -> str:
        return "" if self.is_blank else text

    def _lay(self, parts: Sequence[Part]) -> None:
        """The parts as one table, or as one each."""
        if self.layout["frame"] == "own_tables":
            self.blocks += [Sheet(part, width_of(part)) for part in parts]
            return
        width = max(WIDTH, *map(width_of, parts))
        rows = [row for part in parts for row in fitted(part, width)]
        self.blocks.append(Sheet(rows, width))

    # -- what stands around the form

    def _chapters(self, facts: Facts, heads: Heads) -> None:
        """A report of some chapters, a table in each, before the form as its annex."""
        self.blocks += [
            Line(f"{facts.name}绩效自评报告", True, "title"),
            Line("一、项目概况"),
            Line(facts.goal + facts.result),
        ]
        layout = {**PLAIN, "sum": "none"}
        layout |= {name: self.layout[name] for name in ("order", "values")}
        levels = dict.fromkeys(row.level1 for row in facts.rows)
        for number, level1 in zip("一二三四", levels, strict=False):
            rows = tuple(row for row in facts.rows if row.level1 == level1)
            of_level = replace(facts, rows=rows)
            part = IndicatorTable(layout, heads, of_level, self.is_blank).part()
            self.blocks.append(Line(f"（{number}）{level1}完成情况"))
            self.blocks.append(Sheet(part, width_of(part)))
        self.blocks += [
            Line("二、存在问题及改进措施"),
            Line("部分工作进度需要加快，下一步将加强调度。"),
            Line("附件1："),
        ]

    def _insert_others(self, parts: list[Part], facts: Facts) -> None:
        """Parts that hold nothing the record keeps."""
        around = self.layout["around"]
        if around == "spending":
            parts.insert(self.random.choice([1, 2]), self._spending(facts))
        if around == "more_text":
            *first, last = self.random.sample(facts.asides["texts"], 3)
            texts = [strip("pair", label, self._said(text)) for label, text in first]
            parts.insert(1, texts)
            parts.append([strip("note", last[0], self._said(last[1]))])
        if around == "signed":
            words = ("填报人：李", "联系电话：", f"填报日期：{facts.year + 1}年3月10日")
            parts.append([strip("pair", *words)])

    def _spending(self, facts: Facts) -> Part:
        """What the money was spent on."""
        head, *rows = self.random.choice(facts.asides["spending"])
        lines = [strip("other", *head)]
        lines += [strip("other", *map(self._said, row)) for row in rows]
        sums = [self._said(facts.money["total"][n]) for n in (1, 2)]
        sums = [*sums, ""][: len(head) - 1]
        return [*lines, strip("other", "支出合计", *sums)]

    def _below(self, facts: Facts, truth: Truth) -> None:
        if self.layout["sum"] == "sentence" and not self.is_blank:
            truth |= {"total_score": facts.total, "grade": facts.grade}
            self.blocks.append(
                Line(f"经自评，本项目得分{facts.total}分，评价等级为“{facts.grade}”。")
            )
        if self.layout["rows"] == "decoy":
            decoy = self.random.choice(facts.asides["decoys"])
            rows = [strip("other", *row) for row in decoy]
            self.blocks += [Line("附：其他情况"), Sheet(rows, width_of(rows))]

    # -- the parts of the form

    def _head(self, facts: Facts, heads: Heads, truth: Truth) -> Part:
        way, found = self.layout["project"], truth["project"]
        title, found["name"] = "项目支出绩效自评表", facts.name
        if way == "title":
            title = self._said(facts.name) + title
        self.blocks += [
            Line(title, True, "title"),
            Line(f"（{facts.year}年度）", kind="title"),
        ]
        if way == "title":
            return []
        found |= {"department": facts.department, "unit": facts.unit}
        pairs = [
            (heads(role), self._said(found[role]))
            for role in ("name", "department", "unit")
        ]
        lines = [f"{label}：{value}" for label, value in pairs]
        if way == "lines":
            self.blocks += [
                Line(lines[0], kind="pair"),
                Line("    ".join(lines[1:]), kind="pair"),
            ]
            return []
        if way == "rows":
            return [strip("pair", *pair) for pair in pairs]
        if way == "in_cell":
            return [strip("pair", Cell(lines[0], 2)), strip("pair", *lines[1:])]
        return self._paired(*pairs)

    def _paired(self, name: tuple[str, str], *others: tuple[str, str]) -> Part:
        """Labels and values in turn, two pairs a row."""
        second = strip("pair", *(word for pair in others for word in pair))
        if self.layout["around"] != "more_pairs":
            return [strip("pair", name[0], Cell(name[1], 3)), second]
        one, other = self.random.sample(_MORE_PAIRS, 2)
        return [strip("pair", *name, *one), second, strip("pair", *other, "", "")]

    def _money(self, facts: Facts, heads: Heads, truth: Truth) -> Part:
        if self.layout["money"] == "none":
            return []
        if self.layout["money"] == "unit_beside":
            self.blocks.append(Line("金额单位：万元", kind="pair"))
        money = MoneyPart(self.layout, heads, facts, self.is_blank, self.random)
        truth["budget"] = money.truth()
        return money.part()

    def _goals(self, facts: Facts, heads: Heads, truth: Truth) -> Part:
        way = self.layout["goals"]
        if way == "none":
            return []
        truth["goals"] |= {"annual": facts.goal, "actual": facts.result}
        texts = [self._said(facts.goal), self._said(facts.result)]
        if way == "beside":
            corner = Cell(heads("goals"), down=2)
            head = strip("goal_head", corner, heads("goal"), heads("result"))
            return [head, strip("goal", *texts)]
        pairs = list(zip((heads("goal"), heads("result")), texts, strict=True))
        if way == "under":
            return [strip("goal", *pair) for pair in pairs]
        self.blocks += [Line("：".join(pair), kind="goal") for pair in pairs]
        return []

    def _indicators(self, facts: Facts, heads: Heads, truth: Truth) -> Part:
        table = IndicatorTable(self.layout, heads, facts, self.is_blank)
        truth["indicators"] = table.truths()
        if self.layout["sum"] in ("row", "row_right") and "score" in table.columns:
            truth["total_score"] = facts.total
        part = table.part()
        return turned(part) if self.layout["turned"] == "transposed" else part


def _nothing(year: int) -> Truth:
    """The truth about a form of a year as long as nothing else stands in it."""
    return {
        "project": {"name": None, "year": year, "department": None, "unit": None},
        "budget": None,
        "goals": {"period": None, "annual": None, "actual": None},
        "indicators": [],
        "total_score": None,
        "grade": None,
    }
