"""The part of a form that tells the money (项目资金)."""

from decimal import Decimal
from typing import Any, Final

from quanheng.testing.forms.facts import Facts
from quanheng.testing.forms.grid import Cell, Part, strip
from quanheng.testing.forms.heads import Heads
from quanheng.testing.forms.layout import Layout

_LEVELS: Final = ("central", "provincial", "municipal", "county")
_SOURCES: Final = {
    "pairs": ("total",),
    "below_heads": ("total",),
    "matrix": ("total", "fiscal", *_LEVELS, "carryover", "other"),
    "levels": ("total", *_LEVELS, "other"),
}
"""The sources of money that a form shows, where they are not the usual ones."""
_USUAL_SOURCES: Final = ("total", "fiscal", "carryover", "other")
_ROWS: Final = ("initial", "annual", "spent")
_NO_AMOUNT: Final = "—"


class MoneyPart:
    """Amounts by source, in one of the ways that forms tell them."""

    def __init__(
        self, layout: Layout, heads: Heads, facts: Facts, is_blank: bool
    ) -> None:
        self._way, self._values = layout["money"], layout["values"]
        self._heads, self._facts, self._is_blank = heads, facts, is_blank
        self._unit = "万元" if self._way == "with_units" else ""
        names = ("money", *_ROWS, "rate", *facts.money)
        self._words = {name: heads(name) for name in names}
        if self._way in ("with_units", "unit_beside"):
            self._words["money"] = self._words["money"].split("（")[0]
        self._sources = _SOURCES.get(self._way, _USUAL_SOURCES)
        self._amounts = {
            name: [self._said(self._with_unit(text)) for text in amounts]
            for name, amounts in facts.money.items()
            if name in self._sources
        }

    def part(self) -> Part:
        """The rows of the table."""
        ways = {
            "matrix": self._matrix,
            "columns": self._columns,
            "pairs": self._pairs,
            "below_heads": self._below_heads,
        }
        return ways.get(self._way, self._rows)()

    def truth(self) -> dict[str, Any]:
        """What a careful reader takes from them."""
        rows: dict[str, Any] = {}
        for place, row in enumerate(_ROWS):
            if row == "initial" and self._way == "pairs":
                continue
            amounts = {
                name: self._amount(self._facts.money[name][place])
                for name in self._sources
            }
            rows[row] = {
                name: [text, text + self._unit] if self._unit else text
                for name, text in amounts.items()
                if text != _NO_AMOUNT
            }
        if self._way == "matrix":
            rows["received"] = rows["annual"]
        rows["execution_rate"] = {"total": self._facts.rate}
        return {"unit": ["万元", None] if self._unit else "万元", "rows": rows}

    def _said(self, text: str) -> str:
        return "" if self._is_blank else text

    def _amount(self, text: str) -> str:
        if self._values == "dashes" and text == "0.00":
            return _NO_AMOUNT
        return f"{Decimal(text):,.2f}" if self._values == "thousands" else text

    def _with_unit(self, text: str) -> str:
        amount = self._amount(text)
        return amount if amount == _NO_AMOUNT else amount + self._unit

    # -- the ways of telling them

    def _matrix(self) -> Part:
        """All rows of money by all sources, in a head of two rows."""
        words = self._words
        total = words["total"] + "（万元）"
        upper = [Cell(text, down=2) for text in ("项目", "行次", total)]
        upper.append(Cell("财政资金", across=5))
        upper += [Cell(words[name], down=2) for name in ("carryover", "other")]
        rows = [
            strip("money_head", *upper),
            strip("money_head", "小计", "中央级", "省级", "市级", "县区级"),
        ]
        lines = (
            (words["initial"], 0),
            (words["annual"], 1),
            ("实际到位资金", 1),
            (words["spent"], 2),
            ("资金结余", None),
        )
        for number, (name, row) in enumerate(lines, 1):
            amounts = (
                "" if row is None else self._amounts[source][row]
                for source in self._sources
            )
            rows.append(strip("money", name, f"({number})", *amounts))
        rates = [self._said(self._facts.rate), *[""] * 7]
        return [*rows, strip("money", words["rate"], "(6)=(4)/(2)", *rates)]

    def _columns(self) -> Part:
        names = [self._words[name] for name in self._amounts]
        rows = [strip("money_head", Cell(self._words["money"], down=5), "", *names)]
        for place, row in enumerate(_ROWS):
            amounts = (amounts[place] for amounts in self._amounts.values())
            rows.append(strip("money", self._words[row], *amounts))
        rates = [self._said(self._facts.rate), *[""] * (len(names) - 1)]
        return [*rows, strip("money", self._words["rate"], *rates)]

    def _pairs(self) -> Part:
        words, total = self._words, self._amounts["total"]
        cells = [words["money"], words["annual"], total[1], words["spent"], total[2]]
        return [strip("money", *cells, words["rate"], self._said(self._facts.rate))]

    def _below_heads(self) -> Part:
        names = [self._words[name] for name in (*_ROWS, "rate")]
        return [
            strip("money_head", Cell(self._words["money"], down=2), *names),
            strip("money", *self._amounts["total"], self._said(self._facts.rate)),
        ]

    def _rows(self) -> Part:
        """A row for each source; weight and score of the rate behind the total."""
        words = self._words
        names = [words[name] for name in _ROWS]
        names += [self._heads("weight"), words["rate"], self._heads("score")]
        corner = Cell(words["money"], down=1 + len(self._amounts))
        rows = [strip("money_head", corner, "", *names)]
        rated = map(self._said, (self._facts.rate, self._facts.rate_score))
        of_total = ("10", *rated)
        for name, amounts in self._amounts.items():
            behind = of_total if name == "total" else ("—", "", "—")
            rows.append(strip("money", words[name], *amounts, *behind))
        return rows
