"""Proposed sales as rows of lists, shared by text and workbook (产销对接清单)."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias

from quanheng.core.bilingual import Words, listed
from quanheng.core.quantity import plain
from quanheng.matching.report import Group, MatchReport, Sale, Unmet, Unsold
from quanheng.registers.kinds import kinds

Cell: TypeAlias = str | int | Decimal | None

SALES: Final = Words("产销对接建议", "Proposed sales")
UNSOLD: Final = Words("未售出货源", "Unsold stock")
UNMET: Final = Words("未满足需求", "Unmet demand")
GROUPS: Final = Words("分群体售出情况", "Sales by group")
LEFT_OUT: Final = Words("未参加对接的记录", "Rows that take no part")
NOTE: Final = Words(
    "以上为建议，由供需双方确认；农户只以主体编号出现。",
    "a proposal: both sides decide; households appear by number only.",
)
_OPEN: Final = Words("长期", "open")


def sale_cells(sale: Sale, lang: str) -> tuple[Cell, ...]:
    """需求, 采购单位, 产品, 主体编号, 数量, 单位, 单价, 金额, 交货期, 说明."""
    return (
        sale.demand.number,
        sale.demand.buyer,
        sale.offer.product,
        sale.offer.producer,
        sale.quantity,
        sale.demand.unit.symbol,
        sale.price,
        sale.amount,
        days(sale.first, sale.last, lang),
        joined(sale.reasons, lang),
    )


def unsold_cells(unsold: Unsold, lang: str) -> tuple[Cell, ...]:
    """产品, 主体编号, 剩余数量, 单位, 可售截止日期, 预警, 说明."""
    last = unsold.offer.window[1]
    return (
        unsold.offer.product,
        unsold.offer.producer,
        unsold.quantity,
        unsold.offer.unit.symbol,
        last.isoformat() if last else _OPEN.text(lang),
        warning(unsold, lang) or None,
        unsold.reason.text(lang),
    )


def warning(unsold: Unsold, lang: str) -> str:
    """A warning that a season ends soon; empty without one."""
    left = unsold.days_left
    if left is None:
        return ""
    return Words(f"距季末{left}天", f"season ends in {left} days").text(lang)


def unmet_cells(unmet: Unmet, lang: str) -> tuple[Cell, ...]:
    """需求, 采购单位, 产品, 缺少数量, 单位, 说明."""
    demand = unmet.demand
    return (
        demand.number,
        demand.buyer,
        demand.goods,
        unmet.quantity,
        demand.unit.symbol,
        unmet.reason.text(lang),
    )


def group_cells(group: Group, lang: str) -> tuple[Cell, ...]:
    """群体, 主体数, 货值, 售出金额, 售出比例."""
    return (
        group.title.text(lang),
        group.sellers,
        group.offered,
        group.sold,
        group.share,
    )


def left_out_cells(report: MatchReport, lang: str) -> Iterator[tuple[Cell, ...]]:
    """台账, 行, 原因."""
    for name, parts in report.left_out.items():
        for part in parts:
            rows = ", ".join(map(str, part.rows))
            yield kinds()[name].title.text(lang), rows, part.reason.text(lang)


def days(first: date, last: date | None, lang: str) -> str:
    """The days on which something can be delivered."""
    end = last.isoformat() if last else _OPEN.text(lang)
    return end if last == first else f"{first.isoformat()} – {end}"


def joined(reasons: tuple[Words, ...], lang: str) -> str:
    """Several reasons as one text."""
    return listed(reasons).text(lang)


def shown(cell: Cell) -> str:
    """A cell as a text."""
    return plain(cell) if isinstance(cell, Decimal) else str(cell or "")
