"""Facts in a layout → what stands on the page, and the truth about it (成表)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, Final, TypeAlias

from quanheng.testing.forms.facts import Facts, drawn_facts
from quanheng.testing.forms.grid import (
    Block,
    Line,
    Part,
    Sheet,
    fitted,
    turned,
    width_of,
)
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import Layout
from quanheng.testing.forms.parts.asides import Asides
from quanheng.testing.forms.parts.goals import GoalPart
from quanheng.testing.forms.parts.indicators import IndicatorTable
from quanheng.testing.forms.parts.money import MoneyPart
from quanheng.testing.forms.parts.periods import TARGETS_ONLY, above_it, side_by_side
from quanheng.testing.forms.parts.project_head import ProjectHead
from quanheng.testing.forms.script import Writing

WIDTH: Final = 12
"""Columns of a form that is one grid."""
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


def drawn_form(layout: Layout, random: Random, heads: Heads | None = None) -> Form:
    """A form in a layout, about drawn facts.

    Args:
        layout: How it is laid out.
        random: The source of chance.
        heads: The head words, drawn for each project if None; a publisher has the same
            in all its forms.
    """
    drawing = _Drawing(layout, random, heads)
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
    heads: Heads | None = None
    blocks: list[Block] = field(default_factory=list)
    is_blank: bool = False

    def project(self) -> Truth:
        """One form; its truth."""
        layout, random, is_blank = self.layout, self.random, self.is_blank
        facts = drawn_facts(random, layout)
        heads = self.heads or Heads(layout["heads"], random)
        truth = _nothing(facts.year)
        asides = Asides(layout, facts, random, is_blank)
        self.blocks += asides.above(heads, is_first=not self.blocks)
        head = ProjectHead(layout, heads, facts, random, is_blank)
        goals = GoalPart(layout, heads, facts, random, is_blank)
        self.blocks += head.lines()
        money = self._money(facts, heads, truth)
        self.blocks += goals.lines()
        head.truth(truth)
        truth["goals"] |= goals.truth()
        indicators = self._indicators(facts, heads, truth)
        parts = [head.part(), money, goals.part(), indicators]
        if layout["frame"] == "section_titles":
            parts = self._titled(parts)
        asides.insert(parts)
        self._lay([part for part in parts if part])
        self.blocks += asides.below()
        return truth

    def blank(self) -> None:
        """A form that nobody has filled in, behind the other."""
        self.is_blank = True
        self.project()

    def _titled(self, parts: Sequence[Part]) -> list[Part]:
        """Each part below a row that names it."""
        told = [part for part in parts if part]
        return [
            [*Asides.section(number, WIDTH), *fitted(part, WIDTH)]
            for number, part in enumerate(told)
            if width_of(part) <= WIDTH
        ] + [part for part in told if width_of(part) > WIDTH]

    def _lay(self, parts: Sequence[Part]) -> None:
        """The parts as one table, as one each, or as one that a page break cuts."""
        frame = self.layout["frame"]
        if frame == "own_tables":
            self.blocks += [Sheet(part, width_of(part)) for part in parts]
            return
        width = max(WIDTH, *map(width_of, parts))
        rows = [row for part in parts for row in fitted(part, width)]
        cut = _break(rows) if frame == "page_break" else 0
        if not cut:
            self.blocks.append(Sheet(rows, width))
            return
        page = self.random.choice(("— 1 —", "第1页", "- 1 -", "1"))
        self.blocks += [
            Sheet(rows[:cut], width),
            Line(page, kind="note"),
            Sheet(rows[cut:], width),
        ]

    def _money(self, facts: Facts, heads: Heads, truth: Truth) -> Part:
        if self.layout["money"] == "none":
            return []
        if self.layout["money"] == "unit_beside":
            self.blocks.append(Line("金额单位：万元", kind="pair"))
        layout = dict(self.layout)
        layout["money"] = _MONEY.get(
            (layout["purpose"], layout["money"]), layout["money"]
        )
        money = MoneyPart(layout, heads, facts, self.is_blank, self.random)
        truth["budget"] = money.truth()
        return money.part()

    def _indicators(self, facts: Facts, heads: Heads, truth: Truth) -> Part:
        layout, random = self.layout, self.random
        if layout["sum"] in ("sentence", "line"):
            truth |= {"total_score": facts.total, "grade": facts.grade}
        if layout["periods"] == "blocks" and not self.is_blank:
            plain = {**layout, **TARGETS_ONLY, "levels": "merged", "target": "joined"}
            table = IndicatorTable(plain, heads, facts, random, False)
            truth["indicators"] = table.truths()
            return side_by_side(heads, facts)
        table = IndicatorTable(layout, heads, facts, random, self.is_blank)
        truth["indicators"] = table.truths()
        if "score" in table.columns and layout["sum"] in _SUMS:
            truth["total_score"] = facts.total
            if layout["sum"] == "row_grade" and "reason" in table.columns:
                truth["grade"] = facts.grade
        part = table.part()
        if layout["periods"] == "below" and not self.is_blank:
            part = above_it(layout, heads, facts, random, part)
        return turned(part) if layout["turned"] == "transposed" else part


_MONEY: Final = {
    ("declaration", "rows"): "sources_only",
    ("declaration", "no_points"): "sources_only",
    ("declaration", "total_last"): "sources_only",
    ("department", "rows"): "department",
    ("transfer", "rows"): "side_by_side",
}
"""How money is told, where a purpose tells it otherwise."""
_SUMS: Final = ("row", "row_right", "row_grade", "top")


def _break(rows: Part) -> int:
    """Where a page may end: between two indicators that share no cell."""
    kinds = [row.kind for row in rows]
    if "indicator" not in kinds:
        return 0
    first = kinds.index("indicator")
    ends = [0] * len(rows)
    for number, row in enumerate(rows):
        ends[number] = number + max((cell.down for cell in row.cells), default=1)
    for cut in range(len(rows) - 1, first, -1):
        whole = all(end <= cut for end in ends[:cut])
        if whole and kinds[cut] == kinds[cut - 1] == "indicator":
            return cut
    return 0


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
