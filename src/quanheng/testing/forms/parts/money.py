"""The part of a form that tells the money (项目资金)."""

from decimal import Decimal
from random import Random
from typing import Any, Final

from quanheng.core.quantity import plain
from quanheng.testing.forms.facts import Facts
from quanheng.testing.forms.grid import Part
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import Layout
from quanheng.testing.forms.parts.money_ways import WAYS, Money

_WORDS: Final = {
    "received": (
        "实际到位资金",
        "资金到位数",
        "全年到位资金",
        "到位资金",
        "实际到位数",
    ),
    "balance": ("资金结余", "结余资金", "年末结余", "结余", "剩余资金"),
    "arrival_rate": ("到位率", "资金到位率", "预算到位率"),
    "unit_money": ("单位资金", "自筹资金", "事业收入", "单位自筹", "自有资金"),
    "special_money": ("财政专户管理资金", "政府性基金", "债券资金", "银行贷款"),
    "basic": ("基本支出", "其中：基本支出"),
    "projects": ("项目支出",),
}
"""Words that only some ways of telling need."""
_ROLES: Final = ("money", "initial", "annual", "spent", "total", "fiscal", "carryover")
_MORE_ROLES: Final = ("other", "central", "provincial", "municipal", "county", "weight")
_NO_AMOUNT: Final = "—"
_PLACES: Final = {"initial": 0, "annual": 1, "received": 1, "spent": 2}


class MoneyPart:
    """Amounts by source, in one of the ways that forms tell them."""

    def __init__(
        self,
        layout: Layout,
        heads: Heads,
        facts: Facts,
        is_blank: bool,
        random: Random,
    ) -> None:
        self._way = WAYS[layout["money"]]
        self._values, self._facts, self._is_blank = layout["values"], facts, is_blank
        self._unit = "万元" if self._way.in_cells else ""
        self._random, self._per_cent = random, random.random() < 0.5
        self._words = {name: heads(name) for name in (*_ROLES, *_MORE_ROLES)}
        self._words |= {"execution_rate": heads("rate"), "score": heads("score")}
        self._words |= {name: self._random.choice(ws) for name, ws in _WORDS.items()}
        if self._way.unit_in_labels:
            for row in self._way.rows:
                self._add_unit(row)
        if not self._way.unit_in_head:
            self._words["money"] = self._words["money"].split("（")[0]

    def _add_unit(self, row: str) -> None:
        if not row.endswith("_rate") and "（" not in self._words[row]:
            self._words[row] += "（万元）"

    def part(self) -> Part:
        """The rows of the table."""
        amounts = {
            (row, source): self._said(self._printed(row, source))
            for row in self._way.rows
            for source in self._way.sources
        }
        rated = self._said(self._facts.rate_score)
        return self._way.draw(Money(self._words, amounts, rated, self._random))

    def truth(self) -> dict[str, Any]:
        """What a careful reader takes from them."""
        rows = {
            row: {
                source: self._alike(text)
                for source in self._way.sources
                if source not in _WORDS
                and (text := self._printed(row, source)) not in ("", _NO_AMOUNT)
            }
            for row in self._way.rows
        }
        return {"unit": ["万元", None] if self._unit else "万元", "rows": rows}

    def _alike(self, text: str) -> str | list[str]:
        """An amount with its unit may be told without it."""
        return [text.removesuffix(self._unit), text] if self._unit else text

    def _said(self, text: str) -> str:
        return "" if self._is_blank else text

    def _printed(self, row: str, source: str) -> str:
        if row in self._way.only_total and source != "total":
            return ""
        if row in ("execution_rate", "arrival_rate"):
            return self._rate(row)
        amount = self._amount(row, source)
        if self._values == "dashes" and not amount:
            return _NO_AMOUNT
        text = f"{amount:,.2f}" if self._values == "thousands" else f"{amount:.2f}"
        return text + self._unit

    def _rate(self, row: str) -> str:
        if row == "arrival_rate":
            return "100%"
        rate = self._facts.rate
        if not self._way.plain_rate:
            return rate
        share = Decimal(rate.rstrip("%"))
        return plain(share if self._per_cent else share / 100)

    def _amount(self, row: str, source: str) -> Decimal:
        if row == "balance":
            return self._amount("received", source) - self._amount("spent", source)
        if source in _WORDS:
            return Decimal(len(self._facts.name) if source == "projects" else 0)
        return Decimal(self._facts.money[source][_PLACES[row]])
