"""The part of a form that tells the goals and what became of them (总体目标)."""

from collections.abc import Callable
from random import Random
from typing import Any, Final

from quanheng.testing.forms.facts import Facts
from quanheng.testing.forms.grid import Block, Cell, Line, Part, strip
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import Layout

_NUMBERED: Final = ("目标{}：", "{}.", "（{}）", "目标{}.")


class GoalPart:
    """Goals in one of the ways that forms tell them."""

    def __init__(
        self, layout: Layout, heads: Heads, facts: Facts, random: Random, is_blank: bool
    ) -> None:
        self._way, self._heads, self._random = layout["goals"], heads, random
        self._is_declaration = layout["purpose"] == "declaration"
        self._goal = "" if is_blank else facts.goal
        self._result = "" if is_blank else facts.result
        aims = [text for text in facts.goal.rstrip("。").split("，") if text]
        done = [text for text in facts.result.rstrip("。").split("，") if text]
        count = min(len(aims), len(done)) if self._way == "numbered" else 0
        frame = random.choice(_NUMBERED)
        self._aims, self._done = (
            [frame.format(n) + text + "。" for n, text in enumerate(texts[:count], 1)]
            for texts in (aims, done)
        )
        if is_blank:
            self._aims, self._done = [""] * count, [""] * count

    @property
    def is_told(self) -> bool:
        """Whether the form tells goals at all."""
        return self._way != "none"

    def lines(self) -> list[Block]:
        """Goals as lines above the table."""
        if self._way != "lines":
            return []
        return [Line("：".join(pair), kind="goal") for pair in self._pairs()]

    def part(self) -> Part:
        """Goals as rows of the table."""
        ways: dict[str, Callable[[], Part]] = {
            "beside": self._beside,
            "under": lambda: [strip("goal", *pair) for pair in self._pairs()],
            "numbered": self._numbered,
            "corner": self._corner,
            "period_and_annual": self._period,
            "adjusted": self._adjusted,
            "annual_only": lambda: [strip("goal", self._heads("goals"), self._goal)],
            "stacked": self._stacked,
        }
        way = ways.get(self._way)
        return way() if way else []

    def truth(self) -> dict[str, Any]:
        """What a careful reader takes from them."""
        if not self.is_told:
            return {}
        goal: Any = self._goal
        result: Any = self._result
        if self._way == "numbered":
            goal, result = "\n".join(self._aims), "\n".join(self._done)
        found = {"annual": goal, "actual": result}
        if self._way == "period_and_annual":
            return {"period": self._goal, "annual": self._result}
        if self._way == "annual_only" or self._is_declaration:
            return {"annual": goal}
        if self._way == "adjusted":
            return found | {"annual": [goal, self._changed]}
        return found

    @property
    def _changed(self) -> str:
        return self._goal and f"调整：{self._goal}"

    def _pairs(self) -> list[tuple[str, str]]:
        pairs = [
            (self._heads("goal"), self._goal),
            (self._heads("result"), self._result),
        ]
        return pairs[: 1 if self._is_declaration else 2]

    def _beside(self) -> Part:
        labels, texts = zip(*self._pairs(), strict=True)
        corner = Cell(self._heads("goals"), down=2)
        return [strip("goal_head", corner, *labels), strip("goal", *texts)]

    def _corner(self) -> Part:
        """The head of the block in several lines, as narrow columns break it."""
        text = self._heads("goals")
        cut = self._random.choice((1, 2))
        broken = "\n".join(text[n : n + cut] for n in range(0, len(text), cut))
        labels, texts = zip(*self._pairs(), strict=True)
        corner = Cell(broken, down=2)
        return [strip("goal_head", corner, *labels), strip("goal", *texts)]

    def _numbered(self) -> Part:
        count = len(self._aims)
        corner = Cell(self._heads("goals"), down=1 + count)
        labels = [label for label, _ in self._pairs()]
        columns = [self._aims, self._done][: len(labels)]
        rows = [strip("goal_head", corner, *labels)]
        return [*rows, *(strip("goal", *row) for row in zip(*columns, strict=True))]

    def _period(self) -> Part:
        corner = Cell(self._heads("goals"), down=2)
        labels = self._heads("period_goal"), "年度目标"
        texts = self._goal, self._result
        return [strip("goal_head", corner, *labels), strip("goal", *texts)]

    def _adjusted(self) -> Part:
        corner = Cell(self._heads("goals"), down=2)
        labels = [self._heads(r) for r in ("goal", "adjusted_goal", "result")]
        texts = self._goal, self._changed, self._result
        return [strip("goal_head", corner, *labels), strip("goal", *texts)]

    def _stacked(self) -> Part:
        """Each text in a row of its own below its head."""
        rows: Part = []
        for label, text in self._pairs():
            rows += [strip("goal_head", label), strip("goal", text)]
        return rows
