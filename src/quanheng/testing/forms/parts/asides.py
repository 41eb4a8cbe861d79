"""What stands in a form and around it that the record does not keep (其他内容)."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Final

from quanheng.testing.forms.facts import Facts
from quanheng.testing.forms.grid import Block, Cell, Line, Part, Sheet, strip, width_of
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import PLAIN, Layout
from quanheng.testing.forms.parts.indicators import IndicatorTable

_SECTIONS: Final = ("项目基本情况", "预算执行情况", "绩效目标", "绩效指标完成情况")
_NUMBERS: Final = "一二三四"


class Asides:
    """Texts, lists and signatures around the parts that matter."""

    def __init__(
        self, layout: Layout, facts: Facts, random: Random, is_blank: bool
    ) -> None:
        self._layout, self._facts, self._random = layout, facts, random
        self._is_blank = is_blank

    def above(self, heads: Heads, *, is_first: bool) -> list[Block]:
        """Lines and tables before the form."""
        blocks: list[Block] = []
        if self._layout["rows"] == "news" and is_first:
            blocks += [Line(text) for text in self._facts.asides["news"]]
        if self._layout["around"] == "narrative":
            blocks += self._chapters(heads)
        return blocks

    def insert(self, parts: list[Part]) -> None:
        """Parts of the table that hold nothing the record keeps."""
        ways: dict[str, Callable[[list[Part]], None]] = {
            "spending": self._list_of("spending"),
            "tasks": self._list_of("tasks"),
            "plan": self._list_of("plans"),
            "more_text": self._texts,
            "signed": self._signed,
        }
        if way := ways.get(self._layout["around"]):
            way(parts)

    def below(self) -> list[Block]:
        """Lines and tables after the form."""
        facts, blocks = self._facts, list[Block]()
        if self._layout["around"] == "signature_lines":
            texts = self._random.sample(facts.asides["signatures"], 2)
            blocks += [Line(text.format(year=facts.year)) for text in texts]
        if self._layout["sum"] == "sentence" and not self._is_blank:
            frame: str = self._random.choice(facts.asides["sums"])
            blocks.append(Line(frame.format(total=facts.total, grade=facts.grade)))
        if self._layout["sum"] == "line":
            total, grade = (
                "" if self._is_blank else t for t in (facts.total, facts.grade)
            )
            blocks.append(Line(f"自评总分：{total}    自评等级：{grade}", kind="pair"))
        if self._layout["rows"] == "decoy":
            decoy = self._random.choice(facts.asides["decoys"])
            rows = [strip("other", *row) for row in decoy]
            blocks += [Line("附：其他情况"), Sheet(rows, width_of(rows))]
        return blocks

    @staticmethod
    def section(number: int, width: int) -> Part:
        """A row that names the part below it."""
        text = f"{_NUMBERS[number]}、{_SECTIONS[number]}"
        return [strip("text", Cell(text, width))]

    def _said(self, text: str) -> str:
        return "" if self._is_blank else text

    def _list_of(self, name: str) -> Callable[[list[Part]], None]:
        def insert(parts: list[Part]) -> None:
            parts.insert(self._random.choice([1, 2]), self._list(name))

        return insert

    def _list(self, name: str) -> Part:
        """Rows of a list that looks like money or like indicators."""
        head, *rows = self._random.choice(self._facts.asides[name])
        rows = rows * self._random.choice((1, 1, 2))
        lines = [strip("other", *head)]
        lines += [strip("other", *map(self._said, row)) for row in rows]
        if name != "spending" or self._random.random() < 0.3:
            return lines
        sums = [self._said(self._facts.money["total"][n]) for n in (1, 2)]
        sums = [*sums, "", ""][: len(head) - 1]
        return [*lines, strip("other", "支出合计", *sums)]

    def _texts(self, parts: list[Part]) -> None:
        *first, last = self._random.sample(self._facts.asides["texts"], 3)
        texts = [strip("pair", label, self._said(text)) for label, text in first]
        parts.insert(1, texts)
        parts.append([strip("note", last[0], self._said(last[1]))])

    def _signed(self, parts: list[Part]) -> None:
        date = f"填报日期：{self._facts.year + 1}年3月10日"
        parts.append([strip("pair", "填报人：李", "联系电话：", date)])

    def _chapters(self, heads: Heads) -> list[Block]:
        """A report of some chapters, a table in each, before the form as its annex."""
        facts = self._facts
        blocks: list[Block] = [
            Line(f"{facts.name}绩效自评报告", True, "title"),
            Line("一、项目概况"),
            Line(facts.goal + facts.result),
        ]
        layout = {**PLAIN, "sum": "none"}
        layout |= {name: self._layout[name] for name in ("order", "values")}
        levels = dict.fromkeys(row.level1 for row in facts.rows)
        for number, level1 in zip(_NUMBERS, levels, strict=False):
            rows = tuple(row for row in facts.rows if row.level1 == level1)
            of_level = replace(facts, rows=rows)
            table = IndicatorTable(
                layout, heads, of_level, self._random, self._is_blank
            )
            part = table.part()
            blocks += [
                Line(f"（{number}）{level1}完成情况"),
                Sheet(part, width_of(part)),
            ]
        return [
            *blocks,
            Line("二、存在问题及改进措施"),
            Line("部分工作进度需要加快，下一步将加强调度。"),
            Line("附件1："),
        ]
