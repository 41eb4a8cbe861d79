"""Proposed sales as a workbook, one sheet per list (产销对接工作簿)."""

from typing import Final

from quanheng.answers.matches import rows
from quanheng.answers.sheets import AMBER, Head, sheet
from quanheng.core.bilingual import Words
from quanheng.matching.report import MatchReport
from quanheng.writers.sheet import Entry, Tinted, write_sheets

_WARNING: Final = 5
"""Column of the warning in the list of unsold stock."""

_SALES: Final = (
    Head(Words("需求", "demand"), 12),
    Head(Words("采购单位", "buyer"), 22),
    Head(Words("产品", "product"), 14),
    Head(Words("主体编号", "producer"), 12, centred=True),
    Head(Words("数量", "quantity"), 10),
    Head(Words("单位", "unit"), 7, centred=True),
    Head(Words("单价（元）", "price (yuan)"), 11),
    Head(Words("金额（元）", "amount (yuan)"), 13),
    Head(Words("交货期", "delivery"), 26),
    Head(Words("说明", "why"), 34),
)
_UNSOLD: Final = (
    Head(Words("产品", "product"), 16),
    Head(Words("主体编号", "producer"), 14, centred=True),
    Head(Words("剩余数量", "left"), 12),
    Head(Words("单位", "unit"), 8, centred=True),
    Head(Words("可售截止日期", "sold until"), 15),
    Head(Words("预警", "warning"), 18),
    Head(Words("说明", "why"), 44),
)
_UNMET: Final = (
    Head(Words("需求", "demand"), 12),
    Head(Words("采购单位", "buyer"), 24),
    Head(Words("产品", "product"), 16),
    Head(Words("缺少数量", "missing"), 12),
    Head(Words("单位", "unit"), 8, centred=True),
    Head(Words("说明", "why"), 44),
)
_GROUPS: Final = (
    Head(Words("群体", "group"), 22),
    Head(Words("主体数", "sellers"), 10),
    Head(Words("货值（元）", "on offer (yuan)"), 16),
    Head(Words("售出金额（元）", "sold (yuan)"), 16),
    Head(Words("售出比例（%）", "share sold (%)"), 16),
)
_LEFT_OUT: Final = (
    Head(Words("台账", "register"), 20),
    Head(Words("行", "rows"), 24),
    Head(Words("原因", "why"), 60),
)


def matches_xlsx(report: MatchReport, on: str, lang: str) -> bytes:
    """The answer of ``evidence match --format xlsx``."""
    sales = [rows.sale_cells(sale, lang) for sale in report.sales]
    unsold = [_warned(rows.unsold_cells(one, lang)) for one in report.unsold]
    unmet = [rows.unmet_cells(one, lang) for one in report.unmet]
    groups = [rows.group_cells(group, lang) for group in report.groups]
    sheets = (
        sheet(rows.SALES, _SALES, sales, lang),
        sheet(rows.UNSOLD, _UNSOLD, unsold, lang),
        sheet(rows.UNMET, _UNMET, unmet, lang),
        sheet(rows.GROUPS, _GROUPS, groups, lang),
        sheet(rows.LEFT_OUT, _LEFT_OUT, rows.left_out_cells(report, lang), lang),
    )
    return write_sheets(sheets, f"{rows.SALES.text(lang)} {on}")


def _warned(cells: tuple[rows.Cell, ...]) -> tuple[Entry, ...]:
    """A row of unsold stock with its warning in colour."""
    return tuple(
        Tinted(str(cell), *AMBER) if place == _WARNING and cell else cell
        for place, cell in enumerate(cells)
    )
