"""Proposed sales as JSON (产销对接数据)."""

import json
from datetime import date
from typing import Any

from quanheng.answers.looks import number_data
from quanheng.core.quantity import plain
from quanheng.matching.report import Group, MatchReport, Sale, Unmet, Unsold


def matches_json(report: MatchReport, on: str, lang: str) -> str:
    """The answer of ``evidence match --format json``; version 1."""
    data = {
        "version": 1,
        "on": on,
        "sales": [_sale(sale, lang) for sale in report.sales],
        "unsold": [_unsold(one, lang) for one in report.unsold],
        "unmet": [_unmet(one, lang) for one in report.unmet],
        "groups": [_group(group, lang) for group in report.groups],
        "left_out": {
            name: [
                {"reason": part.reason.text(lang), "rows": list(part.rows)}
                for part in parts
            ]
            for name, parts in report.left_out.items()
        },
        "notes": [note.text(lang) for note in report.notes],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _sale(sale: Sale, lang: str) -> dict[str, Any]:
    return {
        "demand": sale.demand.number,
        "demand_row": sale.demand.row,
        "buyer": sale.demand.buyer,
        "product": sale.offer.product,
        "producer": sale.offer.producer,
        "offer_row": sale.offer.row,
        "quantity": plain(sale.quantity),
        "unit": sale.demand.unit.symbol,
        "price": number_data(sale.price),
        "amount": number_data(sale.amount),
        "first": sale.first.isoformat(),
        "last": _day(sale.last),
        "reasons": [reason.text(lang) for reason in sale.reasons],
    }


def _unsold(unsold: Unsold, lang: str) -> dict[str, Any]:
    return {
        "product": unsold.offer.product,
        "producer": unsold.offer.producer,
        "offer_row": unsold.offer.row,
        "quantity": plain(unsold.quantity),
        "unit": unsold.offer.unit.symbol,
        "season_ends": _day(unsold.offer.window[1]),
        "days_left": unsold.days_left,
        "reason": unsold.reason.text(lang),
    }


def _unmet(unmet: Unmet, lang: str) -> dict[str, Any]:
    return {
        "demand": unmet.demand.number,
        "demand_row": unmet.demand.row,
        "buyer": unmet.demand.buyer,
        "goods": unmet.demand.goods,
        "quantity": plain(unmet.quantity),
        "unit": unmet.demand.unit.symbol,
        "reason": unmet.reason.text(lang),
    }


def _group(group: Group, lang: str) -> dict[str, Any]:
    return {
        "group": group.title.text(lang),
        "sellers": group.sellers,
        "offered": plain(group.offered),
        "sold": plain(group.sold),
        "share": number_data(group.share),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
