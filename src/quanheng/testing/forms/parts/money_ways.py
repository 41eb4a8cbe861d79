"""How forms tell the money: tables, pairs, sentences in a cell (资金表式)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Final

from quanheng.testing.forms.grid import Cell, Part, Strip, strip

LEVELS: Final = ("central", "provincial", "municipal", "county")
_USUAL: Final = ("total", "fiscal", "carryover", "other")
_AMOUNTS: Final = ("initial", "annual", "spent")
_ROWS: Final = (*_AMOUNTS, "execution_rate")
_ARRIVED: Final = ("annual", "received", "spent", "balance")


@dataclass(frozen=True, slots=True)
class Money:
    """What is to be drawn (待列金额).

    Attributes:
        words: The label of each row of money and of each source.
        amounts: Row and source → text.
        score: The points for the rate of execution.
        random: The source of chance.
    """

    words: Mapping[str, str]
    amounts: Mapping[tuple[str, str], str]
    score: str
    random: Random

    @property
    def rows(self) -> tuple[str, ...]:
        """The rows of money, in order."""
        return tuple(dict.fromkeys(row for row, _ in self.amounts))

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources, in order."""
        return tuple(dict.fromkeys(source for _, source in self.amounts))

    def of(self, source: str) -> list[str]:
        """The amounts of a source."""
        return [self.amounts[row, source] for row in self.rows]

    def told(self, names: Iterable[str]) -> list[str]:
        """The labels of rows or sources."""
        return [self.words[name] for name in names]


def _rows(money: Money) -> Part:
    """A row for each source; weight and score of the rate behind the total."""
    words, points = money.words, [money.words["weight"], money.words["score"]]
    heads = money.told(money.rows)
    heads = [*heads[:-1], points[0], heads[-1], points[1]]
    rows = [_head(money, len(money.sources), "", *heads)]
    for source in money.sources:
        *amounts, rate = money.of(source)
        weight, score = ("10", money.score) if source == "total" else ("—", "—")
        rows.append(strip("money", words[source], *amounts, weight, rate, score))
    return rows


def _plain_rows(money: Money) -> Part:
    """A row for each source, and no points."""
    rows = [_head(money, len(money.sources), "", *money.told(money.rows))]
    rows += [strip("money", money.words[s], *money.of(s)) for s in money.sources]
    return rows


def _total_last(money: Money) -> Part:
    """The sum stands below what it is the sum of, its label in a column of its own."""
    head = strip("money_head", "资金", *money.told(money.rows))
    order = [*money.sources[1:], money.sources[0]]
    words = {**money.words, "total": money.random.choice(("合计", "总计", "资金合计"))}
    title = strip("money_head", Cell(money.words["money"], len(money.rows) + 1))
    return [title, head, *(strip("money", words[s], *money.of(s)) for s in order)]


def _with_reason(money: Money) -> Part:
    """The corner names the labels below it; a reason runs down at the right."""
    heads = [*money.told(money.rows), money.words["weight"], money.words["score"]]
    corner = money.random.choice(("年度预算数（万元）", "资金来源", "项目", "预算资金"))
    rows = [_head(money, len(money.sources), corner, *heads, "原因")]
    reason = "1.执行率=执行数÷预算数，低于90%的应说明原因（100字以内）。"
    for number, source in enumerate(money.sources):
        points = ("10", money.score) if not number else ("/", "/")
        note = [Cell(reason, down=len(money.sources))] if not number else []
        texts = [money.words[source], *money.of(source), *points]
        rows.append(strip("money", *texts, *note))
    return rows


def _formulas(money: Money) -> Part:
    """A line of letters or numbers below the heads says how they are computed."""
    head, *rows = _plain_rows(money)
    letters = money.random.choice((("A", "B", "C", "D=C/B"), ("1", "2", "3", "4=3/2")))
    corner = money.words["money"]
    head = strip("money_head", Cell(corner, down=len(rows) + 2), *head.cells[1:])
    return [head, strip("money_head", "栏次", *letters), *rows]


def _columns(money: Money) -> Part:
    """A row for each row of money, the sources side by side."""
    rows = [_head(money, len(money.rows), "", *money.told(money.sources))]
    for row in money.rows:
        amounts = (money.amounts[row, source] for source in money.sources)
        rows.append(strip("money", money.words[row], *amounts))
    return rows


def _pairs(money: Money) -> Part:
    """Each label with its amount beside it, all in one row."""
    return [strip("money", money.words["money"], *_each(money, "total"))]


def _pairs_beside(money: Money) -> Part:
    """Labels with amounts among those of other things."""
    (label, amount), *others = zip(*[iter(_each(money, "total"))] * 2, strict=True)
    label = f"{label.split('（')[0]}（万元）"
    rows = [strip("pair", "项目负责人", "王", label, amount)]
    rows += [strip("pair", *pair, "联系电话", "0000-1234567") for pair in others]
    return rows


def _period_beside(money: Money) -> Part:
    """The money of all the years beside that of the year, each with its sources."""
    draw = money.random.choice
    whole = draw(("实施期资金总额", "中期资金总额", "项目总资金", "三年资金总额"))
    year = draw(("年度资金总额", "本年度资金总额", "当年资金总额", "年度资金"))
    lines = []
    for source in money.sources:
        label, amount = money.words[source], money.amounts["annual", source]
        both = (whole, year) if source == "total" else (label, label)
        more = amount.replace(".", f"{draw('123456789')}.", 1)
        lines.append(strip("money", both[0], more, both[1], amount))
    corner = Cell(money.words["money"], down=len(lines))
    return [strip("money", corner, *lines[0].cells), *lines[1:]]


def _below_heads(money: Money) -> Part:
    """A row of heads, a row of amounts."""
    return [
        _head(money, 1, *money.told(money.rows)),
        strip("money", *money.of("total")),
    ]


def _side_by_side(money: Money) -> Part:
    """The rows of money side by side, each with its sources below it."""
    lines: Part = []
    corner = Cell(money.words["money"], down=len(money.sources))
    for source in money.sources:
        cells: list[str | Cell] = [] if lines else [corner]
        for row in money.rows:
            cells += [money.words[row if source == "total" else source]]
            cells += [money.amounts[row, source]]
        lines.append(strip("money", *cells))
    return lines


def _down(money: Money) -> Part:
    """The rows of money one below the other, each with its sources beside it."""
    rows: Part = []
    corner = Cell(money.words["money"], down=len(money.rows) * len(money.sources))
    for row in money.rows:
        for number, source in enumerate(money.sources):
            label = [Cell(money.words[row], down=len(money.sources))]
            cells = [money.words[source], money.amounts[row, source]]
            front = [] if rows else [corner]
            rows.append(strip("money", *front, *([] if number else label), *cells))
    return rows


def _sources_only(money: Money) -> Part:
    """The money that is asked for, by source: 资金总额 | 100 | 财政拨款 | 80."""
    cells = _by_source(money, "annual")
    if money.random.random() < 0.5:
        return [strip("money", money.words["money"], *cells)]
    lines = [
        strip("money", *pair) for pair in zip(cells[::2], cells[1::2], strict=True)
    ]
    first, *others = lines
    corner = Cell(money.words["money"], down=len(lines))
    return [strip("money", corner, *first.cells), *others]


def _in_cells(money: Money) -> Part:
    """A label and its amount in one cell: 年初预算数：100万元."""
    cells = [
        f"{money.words[row]}：{text}"
        for row, text in zip(money.rows, money.of("total"), strict=True)
    ]
    return [strip("money", money.words["money"], *cells)]


def _in_one_cell(money: Money) -> Part:
    """All sources in one cell: 总额100万元，其中：财政拨款80万元."""
    total, *others = (
        (money.words[source].removeprefix("其中："), money.amounts["annual", source])
        for source in money.sources
    )
    mark = money.random.choice(("", "：", "为"))
    parts = "，".join(f"{label}{mark}{text}" for label, text in others)
    text = f"{total[0]}{mark}{total[1]}，其中：{parts}"
    blank = not total[1]
    return [strip("money", "资金总额及构成", "" if blank else text)]


def _joined(money: Money) -> Part:
    """The sources side by side, what was spent and its rate in one cell."""
    words, sources = money.words, [*money.sources[1:], "total"]
    both = f"{words['spent']}/{words['execution_rate']}"
    spent = money.amounts["spent", "total"], money.amounts["execution_rate", "total"]
    amounts = [money.amounts["annual", source] for source in sources]
    return [
        _head(money, 1, "来源", *money.told(sources), both),
        strip("money", "", *amounts, "/".join(filter(None, spent))),
    ]


def _wide(money: Money) -> Part:
    """One row of amounts below heads of two rows: the money, and its sources."""
    across = len(money.sources)
    amounts = [row for row in money.rows if row != "execution_rate"]
    upper = [Cell(money.words[row], across=across) for row in amounts]
    rate = Cell(money.words["execution_rate"], down=2)
    return [
        _head(money, 2, *upper, rate),
        strip("money_head", *money.told(money.sources) * len(amounts)),
        strip(
            "money",
            *(
                money.amounts[row, source]
                for row in amounts
                for source in money.sources
            ),
            money.amounts["execution_rate", "total"],
        ),
    ]


def _matrix(money: Money) -> Part:
    """All rows of money by all sources, in a head of two rows."""
    words = money.words
    total = words["total"] + "（万元）"
    upper = [Cell(text, down=2) for text in ("项目", "行次", total)]
    upper.append(Cell("财政资金", across=5))
    upper += [Cell(words[name], down=2) for name in ("carryover", "other")]
    rows = [
        strip("money_head", *upper),
        strip("money_head", "小计", "中央级", "省级", "市级", "县区级"),
    ]
    ways = dict(zip(money.rows[-3:], ("(3)-(4)", "(3)/(2)", "(4)/(2)"), strict=True))
    for number, row in enumerate(money.rows, 1):
        line = f"({number})={ways[row]}" if row in ways else f"({number})"
        amounts = (money.amounts[row, source] for source in money.sources)
        rows.append(strip("money", words[row], line, *amounts))
    return rows


def _head(money: Money, rows: int, *heads: str | Cell) -> Strip:
    """The first row: the name of the block runs down beside the rows below it."""
    return strip("money_head", Cell(money.words["money"], down=1 + rows), *heads)


def _each(money: Money, source: str) -> list[str]:
    return [
        text
        for row in money.rows
        for text in (money.words[row], money.amounts[row, source])
    ]


def _by_source(money: Money, row: str) -> list[str]:
    return [
        text
        for source in money.sources
        for text in (money.words[source], money.amounts[row, source])
    ]


@dataclass(frozen=True, slots=True)
class Way:
    """A way of telling the money (表式).

    Attributes:
        draw: How it looks.
        sources: The sources that it shows.
        rows: The rows of money that it shows.
        in_cells: Whether the unit stands behind each amount.
        unit_in_head: Whether the name of the block says the unit.
        unit_in_labels: Whether each row of money says it.
        plain_rate: Whether the rate is written without a sign.
        only_total: Rows of money that it shows for the total alone.
    """

    draw: Callable[[Money], Part]
    sources: tuple[str, ...] = ("total",)
    rows: tuple[str, ...] = _ROWS
    in_cells: bool = False
    unit_in_head: bool = True
    unit_in_labels: bool = False
    plain_rate: bool = False
    only_total: tuple[str, ...] = ("execution_rate", "arrival_rate")


WAYS: Final[Mapping[str, Way]] = {
    "rows": Way(_rows, _USUAL),
    "columns": Way(_columns, _USUAL),
    "pairs": Way(_pairs, rows=("annual", "spent", "execution_rate")),
    "below_heads": Way(_below_heads),
    "with_units": Way(_rows, _USUAL, in_cells=True, unit_in_head=False),
    "unit_beside": Way(_rows, _USUAL, unit_in_head=False),
    "matrix": Way(
        _matrix,
        ("total", "fiscal", *LEVELS, "carryover", "other"),
        (
            "initial",
            "annual",
            "received",
            "spent",
            "balance",
            "arrival_rate",
            "execution_rate",
        ),
    ),
    "levels": Way(_rows, ("total", *LEVELS, "other")),
    "further": Way(_rows, ("total", "fiscal", "special_money", "unit_money", "other")),
    "department": Way(_rows, ("total", "basic", "projects")),
    "no_points": Way(_plain_rows, _USUAL),
    "plain_rate": Way(_plain_rows, ("total", "fiscal"), plain_rate=True),
    "total_last": Way(_total_last, _USUAL),
    "with_reason": Way(_with_reason, ("total", "fiscal", "unit_money", "other")),
    "formulas": Way(_formulas, _USUAL),
    "received": Way(
        _plain_rows, ("total", "fiscal", "other"), (*_ARRIVED, "execution_rate")
    ),
    "pairs_beside": Way(
        _pairs_beside,
        rows=("annual", "spent", "execution_rate"),
        unit_in_labels=True,
    ),
    "pairs_received": Way(_pairs, rows=(*_ARRIVED, "execution_rate")),
    "side_by_side": Way(
        _side_by_side,
        ("total", *LEVELS, "other"),
        ("annual", "received", "spent"),
        unit_in_labels=True,
    ),
    "down": Way(_down, ("total", "fiscal", "other"), ("annual", "received", "spent")),
    "sources_only": Way(_sources_only, ("total", "fiscal", "other"), ("annual",)),
    "period_beside": Way(_period_beside, ("total", "fiscal", "other"), ("annual",)),
    "in_cells": Way(_in_cells, in_cells=True, unit_in_head=False),
    "in_one_cell": Way(
        _in_one_cell, ("total", "fiscal", "other"), ("annual",), in_cells=True
    ),
    "joined": Way(
        _joined,
        ("total", "central", "provincial", "county", "other"),
        ("annual", "spent", "execution_rate"),
        only_total=("spent", "execution_rate"),
    ),
    "wide": Way(_wide, ("total", "fiscal", "other")),
}
"""Each way of telling the money by its name in the dimensions of layouts."""
