"""Registers of any size, made up in memory from a seed."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from quanheng.registers.kinds import kinds
from quanheng.registers.register import Register

PERIOD = date(2021, 1, 1), date(2021, 12, 31)
DAYS = [date(2020, 7, 1) + timedelta(days=n) for n in range(731)]
_MOMENTS = [datetime(2021, 1, 1) + timedelta(minutes=7 * n) for n in range(60_000)]
_AMOUNTS = [Decimal(n) / 100 for n in range(9_999)]
_WORTH = (("很满意", 100, True), ("满意", 80, True), ("一般", 60, False))
ANSWERS = (*_WORTH, ("不满意", 0, False))
"""What is answered, what it is worth and whether it counts."""

Columns = dict[str, list[Any]]
Pick = Callable[..., list[Any]]


def _activities(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "held_on": days,
        "title": [f"活动{n}" for n in range(rows)],
        "level": pick(["市级", "县级", "乡级", None], k=rows),
        "area": pick([*(f"乡{n}" for n in range(400)), None], k=rows),
        "reached": pick([*range(500), None], k=rows),
        "proof": pick([("a.jpg",), ("b.jpg", "c.jpg"), None], k=rows),
    }


def _cases(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "reported_on": days,
        "title": [f"案例{n}" for n in range(rows)],
        "level": pick(["省级", "市级", "县级", None], k=rows),
        "selected": pick([True, False, None], k=rows),
    }


def _channels(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "channel": [f"号{n}" for n in range(rows)],
        "channel_kind": pick(["网站", "微信", "微博"], k=rows),
        "closed_on": days,
    }


def _concerns(rows: int, days: list[Any], pick: Pick) -> Columns:
    starts = pick(_MOMENTS, k=rows)
    taken = pick([timedelta(minutes=n) for n in range(6000)], k=rows)
    return {
        "number": [str(n) for n in range(rows)],
        "detected_at": starts,
        "answered_at": [a + b for a, b in zip(starts, taken, strict=True)],
    }


def _deliveries(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "order": [f"D{n}" for n in range(rows)],
        "delivered_on": days,
        "accepted": pick([True, True, False, None], k=rows),
    }


def _demands(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "number": [f"X{n}" for n in range(rows)],
        "listed_on": days,
        "quantity": pick(_AMOUNTS, k=rows),
        "unit": pick(["公斤", "吨"], k=rows),
    }


def _materials(rows: int, days: list[Any], pick: Pick) -> Columns:
    copies = pick(range(1, 5000), k=rows)
    return {
        "made_on": days,
        "title": [f"资料{n}" for n in range(rows)],
        "copies": copies,
        "total": pick(_AMOUNTS, k=rows),
        "accepted": pick([True, True, False, None], k=rows),
        "accepted_copies": pick([None, None, None, 1], k=rows),
        "handed_out": [n // 2 for n in copies],
    }


def _messages(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "number": [f"L{n}" for n in range(rows)],
        "received_on": days,
        "needs_reply": pick([True, True, False, None], k=rows),
        "replied_on": _later(days, pick(range(120), k=rows)),
    }


def _orders(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "number": [f"D{n}" for n in range(rows)],
        "ordered_on": [day or DAYS[0] for day in days],
        "platform": pick(["832平台", "线下直采", "其他"], k=rows),
        "supplier": pick([*(f"P{n}" for n in range(rows)), None], k=rows),
        "amount": pick(_AMOUNTS, k=rows),
        "status": pick(["已完成", "已取消", "已退货", None], k=rows),
    }


def _petitions(rows: int, days: list[Any], pick: Pick) -> Columns:
    taken = pick(range(100), k=rows)
    return {
        "number": [str(n % (rows - rows // 100)) for n in range(rows)],
        "registered_on": days,
        "accepted_on": days,
        "handling": pick(["受理", "转送"], k=rows),
        "closed_on": _later(days, taken),
        "extension_approved_on": pick([None, None, DAYS[0]], k=rows),
        "extension_days": pick([None, 10, 40], k=rows),
    }


def _posts(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "posted_on": days,
        "channel": pick([f"号{n}" for n in range(3000)], k=rows),
        "title": [f"文{n}" for n in range(rows)],
        "views": pick(range(90_000), k=rows),
    }


def _produce(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "listed_on": days,
        "product": pick([f"产品{n}" for n in range(900)], k=rows),
        "producer": [f"P{n}" for n in range(rows)],
    }


def _producers(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "producer": [f"P{n}" for n in range(rows)],
        "kind": pick(["合作社", "企业", "农户"], k=rows),
        "name": [None if n % 3 else f"社{n}" for n in range(rows)],
        "households": pick([*range(60), None], k=rows),
    }


def _purchases(rows: int, days: list[Any], pick: Pick) -> Columns:
    bought = pick([Decimal(n) for n in range(1, 99_999)], k=rows)
    return {
        "unit": [f"单位{n // 3}" for n in range(rows)],
        "as_of": [DAYS[200 + n % 3 * 90] for n in range(rows)],
        "kind": pick(["食堂食材", "学校供餐"], k=rows),
        "has_canteen": pick([True, True, False, None], k=rows),
        "food_purchases": bought,
        "reserved": [one / 10 for one in bought],
    }


def _spending(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "paid_on": days,
        "amount": pick([Decimal(n) / 100 for n in range(-999, 9_999)], k=rows),
        "voucher": [str(n) for n in range(rows)],
    }


def _survey_answers(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "sheet": [str(n // 2) for n in range(rows)],
        "survey": ["调查0"] * rows,
        "question": [f"题{n % 2}" for n in range(rows)],
        "answer": pick(["很满意", "满意", "一般", "不满意", None], k=rows),
        "valid": pick([True, None, None, False], k=rows),
    }


def _survey_options(rows: int, days: list[Any], pick: Pick) -> Columns:
    """The four answers of a question a survey, with how often each was given."""
    given = [ANSWERS[n % 4] for n in range(rows)]
    return {
        "survey": [f"调查{n // 4}" for n in range(rows)],
        "question": ["题0"] * rows,
        "answer": [answer for answer, _, _ in given],
        "value": [Decimal(value) for _, value, _ in given],
        "counts": [counts for _, _, counts in given],
        "count": pick(range(300), k=rows),
    }


def _surveys(rows: int, days: list[Any], pick: Pick) -> Columns:
    issued = pick(range(1, 600), k=rows)
    return {
        "survey": [f"调查{n}" for n in range(rows)],
        "kind": pick(["满意度", "知晓率"], k=rows),
        "held_on": days,
        "open_web": pick([True, False, None], k=rows),
        "population": pick(range(1, 3000), k=rows),
        "issued": issued,
        "returned": [n // 2 for n in issued],
        "valid": [n // 3 for n in issued],
    }


def _tasks(rows: int, days: list[Any], pick: Pick) -> Columns:
    return {
        "number": [str(n) for n in range(rows)],
        "due_on": [day or DAYS[0] for day in days],
        "postponed_to": pick([None, None, None, DAYS[400]], k=rows),
        "done_on": pick([*DAYS, None], k=rows),
    }


_MADE = {
    "activities": _activities,
    "cases": _cases,
    "channels": _channels,
    "concerns": _concerns,
    "deliveries": _deliveries,
    "demands": _demands,
    "materials": _materials,
    "messages": _messages,
    "orders": _orders,
    "petitions": _petitions,
    "posts": _posts,
    "produce": _produce,
    "producers": _producers,
    "purchases": _purchases,
    "spending": _spending,
    "survey_answers": _survey_answers,
    "survey_options": _survey_options,
    "surveys": _surveys,
    "tasks": _tasks,
}
assert set(_MADE) == set(kinds()), "every register is measured"


def columns_of(name: str, rows: int) -> Columns:
    """Columns of one register; half of the days lie outside the period or lack."""
    random = Random(name)  # noqa: S311 - rows are made up, not secret
    days = random.choices([*DAYS, None], k=rows)
    return _MADE[name](rows, days, random.choices)


def register(name: str, columns: Columns) -> Register:
    rows = len(next(iter(columns.values())))
    return Register(kinds()[name], f"{name}.csv", columns, range(2, rows + 2))


def _later(days: list[Any], taken: list[int]) -> list[Any]:
    """So many days later, None where it took more than ninety."""
    return [
        None if day is None or late > 90 else day + timedelta(days=late)
        for day, late in zip(days, taken, strict=True)
    ]
