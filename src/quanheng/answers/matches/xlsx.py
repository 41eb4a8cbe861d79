"""Proposed sales as a workbook, a list a sheet (产销对接工作簿)."""

from collections.abc import Iterable, Sequence
from typing import Final

from quanheng.answers.matches import rows
from quanheng.core.bilingual import Words
from quanheng.matching.report import MatchReport
from quanheng.writers.sheet import Column, Entry, Sheet, Tinted, write_sheets

_AMBER: Final = ("#704600", "#FFF4DC")
_WARNING: Final = 5
"""Place of the warning in a row of unsold stock."""

_SALES: Final = (
    ("需求", "demand", 12),
    ("采购单位", "buyer", 22),
    ("产品", "product", 14),
    ("主体编号", "producer", 12),
    ("数量", "quantity", 10),
    ("单位", "unit", 7),
    ("单价（元）", "price (yuan)", 11),
    ("金额（元）", "amount (yuan)", 13),
    ("交货期", "delivery", 26),
    ("说明", "why", 34),
)
_UNSOLD: Final = (
    ("产品", "product", 16),
    ("主体编号", "producer", 14),
    ("剩余数量", "left", 12),
    ("单位", "unit", 8),
    ("可售截止日期", "sold until", 15),
    ("预警", "warning", 18),
    ("说明", "why", 44),
)
_UNMET: Final = (
    ("需求", "demand", 12),
    ("采购单位", "buyer", 24),
    ("产品", "product", 16),
    ("缺少数量", "missing", 12),
    ("单位", "unit", 8),
    ("说明", "why", 44),
)
_GROUPS: Final = (
    ("群体", "group", 22),
    ("主体数", "sellers", 10),
    ("货值（元）", "on offer (yuan)", 16),
    ("售出金额（元）", "sold (yuan)", 16),
    ("售出比例（%）", "share sold (%)", 16),
)
_LEFT_OUT: Final = (("台账", "register", 20), ("行", "rows", 24), ("原因", "why", 60))


def matches_xlsx(report: MatchReport, on: str, lang: str) -> bytes:
    """The answer of ``evidence match --format xlsx``."""
    sales = [rows.sale_cells(sale, lang) for sale in report.sales]
    unsold = [_warned(rows.unsold_cells(one, lang)) for one in report.unsold]
    unmet = [rows.unmet_cells(one, lang) for one in report.unmet]
    groups = [rows.group_cells(group, lang) for group in report.groups]
    sheets = (
        _sheet(rows.SALES, _SALES, sales, lang),
        _sheet(rows.UNSOLD, _UNSOLD, unsold, lang),
        _sheet(rows.UNMET, _UNMET, unmet, lang),
        _sheet(rows.GROUPS, _GROUPS, groups, lang),
        _sheet(rows.LEFT_OUT, _LEFT_OUT, rows.left_out_cells(report, lang), lang),
    )
    return write_sheets(sheets, f"{rows.SALES.text(lang)} {on}")


def _warned(cells: tuple[rows.Cell, ...]) -> tuple[Entry, ...]:
    """Unsold stock with its warning in colour."""
    return tuple(
        Tinted(str(cell), *_AMBER) if place == _WARNING and cell else cell
        for place, cell in enumerate(cells)
    )


def _sheet(
    title: Words,
    columns: Iterable[tuple[str, str, int]],
    entries: Iterable[Sequence[Entry]],
    lang: str,
) -> Sheet:
    heads = (
        Column(Words(zh, en).text(lang), width, centred=zh in {"单位", "主体编号"})
        for zh, en, width in columns
    )
    return Sheet(title.text(lang), tuple(heads), list(entries))
