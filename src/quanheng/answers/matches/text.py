"""Proposed sales as text (产销对接建议)."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from quanheng.answers.matches import rows
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain
from quanheng.matching.report import MatchReport, Sale, Unmet, Unsold


def matches_text(report: MatchReport, on: str, lang: str) -> str:
    """The answer of ``evidence match --format text``."""
    lines = [f"{rows.SALES.text(lang)}  {on}", ""]
    by_demand = groupby(report.sales, key=lambda sale: sale.demand.row)
    for _, sales in by_demand:
        lines += [*_demand(list(sales), lang), ""]
    lines += _part(
        rows.UNSOLD.text(lang), (_unsold(one, lang) for one in report.unsold)
    )
    lines += _part(rows.UNMET.text(lang), (_unmet(one, lang) for one in report.unmet))
    lines += _part(rows.GROUPS.text(lang), _groups(report, lang))
    lines += _part(rows.LEFT_OUT.text(lang), _left_out(report, lang))
    lines += [f"! {note.text(lang)}" for note in report.notes]
    return "\n".join([*lines, rows.NOTE.text(lang)])


def _part(title: str, lines: Iterable[str]) -> list[str]:
    """A list below its title; nothing if the list is empty."""
    said = [f"  {line}" for line in lines]
    return [title, *said, ""] if said else []


def _demand(sales: list[Sale], lang: str) -> Iterator[str]:
    demand = sales[0].demand
    unit = demand.unit.symbol
    served = plain(sum(sale.quantity for sale in sales[1:]) + sales[0].quantity)
    total = Words(f"落实{served}{unit}", f"served {served}{unit}").text(lang)
    yield f"{demand.number}  {demand.buyer}  {demand.goods}  {total}"
    for sale in sales:
        cells = map(rows.shown, rows.sale_cells(sale, lang))
        _, _, product, producer, quantity, _, price, amount, days, why = cells
        name = "" if product == demand.goods else f"  {product}"
        money = _money(price, amount, unit, lang)
        yield f"  {producer}{name}  {quantity}{unit}{money}  {days}"
        yield f"    {why}"


def _money(price: str, amount: str, unit: str, lang: str) -> str:
    if not price:
        return ""
    said = Words(
        f" × {price}元/{unit} = {amount}元", f" × {price} yuan/{unit} = {amount} yuan"
    )
    return said.text(lang)


def _unsold(unsold: Unsold, lang: str) -> str:
    cells = map(rows.shown, rows.unsold_cells(unsold, lang))
    product, producer, quantity, unit, last, warning, why = cells
    mark = f"! {warning}  " if warning else ""
    until = Words(f"可售至{last}", f"until {last}").text(lang)
    return f"{mark}{producer}  {product}  {quantity}{unit}  {until}  {why}"


def _unmet(unmet: Unmet, lang: str) -> str:
    cells = map(rows.shown, rows.unmet_cells(unmet, lang))
    number, buyer, goods, quantity, unit, why = cells
    short = Words(f"缺{quantity}{unit}", f"short of {quantity}{unit}").text(lang)
    return f"{number}  {buyer}  {goods}  {short}  {why}"


def _groups(report: MatchReport, lang: str) -> Iterator[str]:
    for group in report.groups:
        cells = map(rows.shown, rows.group_cells(group, lang))
        title, sellers, offered, sold, share = cells
        percent, count = f"{share}%" if share else "—", sellers or "0"
        said = Words(
            f"{title}：{count}个主体，货值{offered}元，售出{sold}元，售出率{percent}",
            f"{title}: {count} sellers, {sold} of {offered} yuan, {percent}",
        )
        yield said.text(lang)


def _left_out(report: MatchReport, lang: str) -> Iterator[str]:
    for title, numbers, why in rows.left_out_cells(report, lang):
        where = Words(f"第{numbers}行", f"rows {numbers}").text(lang)
        yield f"{title}  {where}  {why}"
