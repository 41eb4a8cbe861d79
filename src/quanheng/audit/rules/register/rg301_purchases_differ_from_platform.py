"""RG301 purchases-differ-from-platform (消费帮扶数据与平台不符)."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.recomputed import TOLERANCES, allowed_off, is_contradicted
from quanheng.audit.facts.registers import (
    figure,
    lacking,
    place_of,
    question,
    register_of,
    rows_about,
)
from quanheng.audit.rule import Answer, Hit, Need, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import Field
from quanheng.core.indicator import Indicator
from quanheng.core.measured import Computed, Measured, rows_in_words
from quanheng.core.quantity import Dimension
from quanheng.evidence.bindings.agreement import typed_in_unit
from quanheng.evidence.measures.base.ask import Ask
from quanheng.language.words import any_of
from quanheng.scoring.reading import quantity_of

ORDERS: Final = "orders"
PURCHASES: Final = "purchases"
ROWS: Final = "words.purchase_rows"
RESERVES: Final = "words.reserve_rows"
_PLATFORM: Final = "832平台"
_STANDING: Final = ("已完成", "履约中", "")
_FOOD: Final = ("食堂食材", "公务接待", "学校供餐", "其他", "")


@rule(
    code="RG301",
    name="purchases-differ-from-platform",
    title=Words("消费帮扶数据与平台不符", "Purchases differ from the platform export"),
    message=Words(
        "“{name}”填为{stated}，按{source}为{computed}（{rows}）",
        "“{name}” says {stated}; {source} give {computed} ({rows})",
    ),
    variants={
        "county": Words(
            "消费帮扶订单台账有{count}笔832平台订单的供应商不在832县（{rows}）",
            "the suppliers of {count} orders over the platform are of no listed county "
            "(orders, {rows})",
        ),
    },
    severity=Severity.WARNING,
    basis=(("财政部2022年832平台预留份额通知", "预留份额"),),
    law=(ROWS, RESERVES, *TOLERANCES),
    needs=Need.REGISTER,
)
def purchases_differ_from_platform(dossier: Dossier) -> Iterator[Answer]:
    """What was bought over the platform (832平台) is another sum than its export.

    Why it matters:
        The platform counts every order; a higher figure has nothing behind it.

    What it leaves alone:
        Sales help outside the platform; purchases of the union, which may be counted
        in or stand apart; orders that were cancelled or sent back; the reserved
        share; rows of which EV204 tells.
    """
    if all(register_of(dossier, name) is None for name in (ORDERS, PURCHASES)):
        yield lacking(ORDERS)
        return
    rows = rows_about(dossier, ORDERS, dossier.law.words(ROWS))
    for row in rows:
        if row.actual is None or is_contradicted(dossier, row):
            continue
        if any_of(dossier.law.words(RESERVES), row.title):
            continue
        yield from _differing(dossier, row, row.actual)
    yield from _of_other_counties(dossier, rows)


def _differing(dossier: Dossier, row: Indicator, cell: Field) -> Iterator[Hit]:
    """The export beside an amount or a rate; it may be right in one of two ways."""
    quantity = quantity_of(cell.value)
    unit = quantity.unit.dimension if quantity else None
    if unit is Dimension.RATE or row.unit_in_name == "%":
        asks = list(_shares(dossier))
    else:
        asks = list(_sums(dossier))
    found = [(ask, m) for ask in asks if (m := figure(ask)) is not None]
    if not found:
        return
    gaps = [_gap(row, cell, ask, measured) for ask, measured in found]
    if None in gaps or any(
        gap is not None and gap <= allowed_off(measured.unit, dossier.law)
        for gap, (_, measured) in zip(gaps, found, strict=True)
    ):
        return
    ask, measured = found[0]
    yield Hit(
        at=cell.at,
        quote=cell.raw,
        says={
            "name": row.title,
            "stated": cell.raw,
            "source": ask.register.kind.title,
            "computed": measured.text,
            "rows": rows_in_words(measured.used),
        },
    )


def _gap(row: Indicator, cell: Field, ask: Ask, measured: Measured) -> Decimal | None:
    both = Computed(row.title, cell, ask.binding, measured, head_unit=row.unit_in_name)
    typed = typed_in_unit(both)
    if typed is None or measured.value is None:
        return None
    return abs(typed - measured.value)


def _sums(dossier: Dossier) -> Iterator[Ask]:
    """Amounts over the platform: of all funds, without the union's, as reported."""
    if register_of(dossier, ORDERS) is not None:
        where = {"platform": (_PLATFORM,), "status": _STANDING}
        yield question(dossier, ORDERS, "sum", "amount", where=where)
        without = {**where, "funds": _FOOD}
        yield question(dossier, ORDERS, "sum", "amount", where=without)
    elif register_of(dossier, PURCHASES) is not None:
        yield question(dossier, PURCHASES, "sum", "on_platform")


def _shares(dossier: Dossier) -> Iterator[Ask]:
    """Bought over the platform ÷ all food that was bought."""
    if register_of(dossier, PURCHASES) is not None:
        yield question(
            dossier,
            PURCHASES,
            "ratio",
            "on_platform",
            options={"per": "food_purchases"},
        )


def _of_other_counties(dossier: Dossier, rows: tuple[Indicator, ...]) -> Iterator[Hit]:
    if register_of(dossier, ORDERS) is None:
        return
    where = {
        "platform": (_PLATFORM,),
        "status": _STANDING,
        "county_listed": ("否",),
    }
    found = figure(question(dossier, ORDERS, "count", where=where))
    if found and found.value:
        place = place_of(dossier, rows)
        yield Hit(
            at=place.at,
            quote=place.raw,
            says={"count": found.value, "rows": rows_in_words(found.used)},
            variant="county",
        )
