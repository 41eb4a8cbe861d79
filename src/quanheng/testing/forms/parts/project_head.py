"""What stands at the top of a form: title, year, the project and its units (表头)."""

from collections.abc import Callable
from random import Random
from typing import Any, Final

from quanheng.testing.forms.facts import Facts
from quanheng.testing.forms.grid import Block, Cell, Line, Part, fitted, strip, width_of
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import Layout

_TITLES: Final = {
    "self_evaluation": ("项目支出绩效自评表", "项目支出绩效自评表", "项目绩效自评表"),
    "declaration": ("项目绩效目标申报表", "项目支出绩效目标表", "绩效目标批复表"),
    "monitoring": ("项目支出绩效运行监控表", "项目绩效目标运行跟踪监控表"),
    "department": ("部门整体支出绩效自评表", "部门（单位）整体绩效自评表"),
    "transfer": ("转移支付区域绩效自评表", "专项转移支付绩效目标自评表"),
}
_FRAMES: Final = (
    "{}",
    "{}",
    "{year}年{}",
    "{year}年度{}",
    "{place}{}",
    "{}（{year}年）",
)
_YEARS: Final = ("（{year}年度）", "（{year}年度）", "（ {year} 年度）", "{year}年度")
_CAPTIONS: Final = ("附件2", "附表1：", "附件1-2", "附3", "附件：", "表二")
_CODES: Final = (
    "表号：财绩01表",
    "报表编号：510000_0013",
    "填报日期：{year}年12月31日",
)
_UNITS: Final = (
    "单位：万元",
    "金额单位：万元",
    "（单位：万元）",
    "填报单位：　　单位：万元",
)
_MORE: Final = (
    ("项目负责人", ("王某", "李明", "")),
    ("联系电话", ("0000-1234567", "13900000000", "")),
    ("项目类别", ("特定目标类", "其他运转类")),
    ("项目属性", ("新增项目", "延续项目", "新增项目□ 延续项目☑")),
    ("资金用途", ("业务费", "专项资金")),
    ("项目起止时间", ("1月至12月", "{year}年1月-{year}年12月", "{year}年度")),
    ("项目编码", ("510000210000000013", "0102-2024-17")),
    ("联系人", ("赵某", "张三")),
    ("项目级次", ("市级", "本级")),
    ("主管部门编码", ("404", "001")),
    ("项目期", ("1年", "长期")),
    ("负责人及电话", ("王某 0000-1234567",)),
    ("项目地址", ("东关街道12号",)),
    ("项目类型", ("一次性", "经常性")),
    ("资金性质", ("一般公共预算", "政府性基金")),
    ("是否专项", ("是", "否")),
)
"""Labels with values that the record has no place for."""
_CENTRAL: Final = ("国家某部", "某总局", "农业部")


class ProjectHead:
    """The top of a form in its layout."""

    def __init__(
        self, layout: Layout, heads: Heads, facts: Facts, random: Random, is_blank: bool
    ) -> None:
        self._layout, self._heads, self._facts = layout, heads, facts
        self._random, self._is_blank = random, is_blank
        self._purpose = layout["purpose"]

    # -- above the table

    def lines(self) -> list[Block]:
        """Caption, title, year and unit as lines."""
        caption, lines = self._layout["caption"], list[Block]()
        if caption == "annex":
            lines.append(Line(self._random.choice(_CAPTIONS)))
        if caption != "in_table":
            lines += [
                Line(text, n == 0, "title") for n, text in enumerate(self._titles())
            ]
        if caption == "form_code":
            lines.append(Line(self._dated(self._random.choice(_CODES))))
        if caption == "unit_line":
            lines.append(Line(self._random.choice(_UNITS), kind="pair"))
        if self._layout["project"] in ("lines", "one_line"):
            lines += self._labelled()
        return lines

    def _titles(self) -> list[str]:
        title = self._random.choice(_TITLES[self._purpose])
        if self._layout["project"] == "title":
            title = self._said(self._facts.name) + title
            framed = title
        else:
            frame = self._random.choice(_FRAMES)
            place = self._random.choice(("云岭市", "青溪县", "柳林镇"))
            framed = frame.format(title, year=self._facts.year, place=place)
        year = self._dated(self._random.choice(_YEARS))
        says = str(self._facts.year) in framed and self._random.random() < 0.5
        return [framed] if says else [framed, year]

    def _labelled(self) -> list[Block]:
        pairs = [f"{label}：{value}" for label, value in self._pairs()]
        if self._layout["project"] == "one_line":
            extra = [f"填报人：{self._said('李某')}", "联系电话："]
            gap = self._random.choice(("　", "    ", "  "))
            return [
                Line(
                    gap.join([*pairs, *extra[: self._random.randint(0, 2)]]),
                    kind="pair",
                )
            ]
        first, *others = pairs
        lines: list[Block] = [Line(first, kind="pair")]
        return [*lines, Line("    ".join(others), kind="pair")] if others else lines

    # -- within the table

    def part(self) -> Part:
        """The rows of the table that tell the project."""
        rows: Part = []
        ways: dict[str, Callable[[], Part]] = {
            "rows": lambda: [strip("pair", *pair) for pair in self._pairs()],
            "in_cell": self._in_cells,
            "columns": self._columns,
            "many": self._many,
            "pairs": self._paired,
        }
        if way := ways.get(self._layout["project"]):
            rows += way()
        if self._layout["sum"] == "head":
            rows.append(strip("pair", *self._sum()))
        if self._layout["caption"] == "in_table":
            rows = [*(strip("title", text) for text in self._titles()), *rows]
        wide = max((width_of([row]) for row in rows), default=0)
        return [fitted([row], wide)[0] for row in rows]

    def _sum(self) -> list[str | Cell]:
        facts = self._facts
        score, grade = self._heads("total_score"), self._heads("grade")
        return [score, self._said(facts.total), grade, self._said(facts.grade)]

    def _pairs(self) -> list[tuple[str, str]]:
        """The labels that the record keeps, with their values."""
        facts, heads = self._facts, self._heads
        if self._purpose == "department":
            return [("部门（单位）名称", self._said(facts.department))]
        return [
            (heads("name"), self._said(facts.name)),
            (heads("department"), self._said(facts.department)),
            (heads("unit"), self._said(facts.unit)),
        ]

    def _in_cells(self) -> Part:
        first, *others = (f"{label}：{value}" for label, value in self._pairs())
        rows = [strip("pair", Cell(first, 2))]
        return [*rows, strip("pair", *others)] if others else rows

    def _paired(self) -> Part:
        """Labels and values in turn, two pairs a row."""
        name, *others = self._pairs()
        second = [word for pair in others for word in pair]
        if self._layout["around"] != "more_pairs":
            rows = [strip("pair", name[0], Cell(name[1], 3))]
            return [*rows, strip("pair", *second)] if others else rows
        one, *more = self._others(3)
        rows = [strip("pair", *name, *one)]
        if others:
            rows.append(strip("pair", *second))
        first, last = more
        return [*rows, strip("pair", *first, *last)]

    def _columns(self) -> Part:
        """Labels beside each other, the values below them."""
        pairs = self._random.sample(
            [*self._pairs(), *self._others(2)], len(self._pairs()) + 2
        )
        labels, values = zip(*pairs, strict=True)
        return [strip("pair", *labels), strip("pair", *values)]

    def _many(self) -> Part:
        """Many labels in no fixed order, one, two or three pairs a row."""
        pairs = [*self._pairs(), *self._others(self._random.randint(3, 6))]
        if self._purpose == "transfer":
            pairs.append(("中央主管部门", self._random.choice(_CENTRAL)))
        if self._random.random() < 0.5:
            pairs.append((self._heads("year"), self._said(str(self._facts.year))))
        first, *rest = pairs
        self._random.shuffle(rest)
        rows = [strip("pair", first[0], Cell(first[1], 5))]
        while rest:
            taken = rest[: self._random.randint(1, 3)]
            del rest[: len(taken)]
            wide = 6 // len(taken) - 1
            cells = [
                part for label, value in taken for part in (label, Cell(value, wide))
            ]
            rows.append(strip("pair", *cells))
        return rows

    def _others(self, number: int) -> list[tuple[str, str]]:
        return [
            (label, self._said(self._dated(self._random.choice(values))))
            for label, values in self._random.sample(_MORE, number)
        ]

    # -- the truth

    def truth(self, truth: dict[str, Any]) -> None:
        """Put what a careful reader takes from it into the truth of the form."""
        found, facts = truth["project"], self._facts
        if self._purpose == "department":
            if self._layout["project"] != "title":
                found["department"] = facts.department
            else:
                found["name"] = facts.name
        else:
            found["name"] = facts.name
            if self._layout["project"] != "title":
                found |= {"department": facts.department, "unit": facts.unit}
        if self._layout["sum"] == "head" and not self._is_blank:
            truth |= {"total_score": facts.total, "grade": facts.grade}

    def _said(self, text: str) -> str:
        return "" if self._is_blank else text

    def _dated(self, text: str) -> str:
        return text.format(year=self._facts.year)
