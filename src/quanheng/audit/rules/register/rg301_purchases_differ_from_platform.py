from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.evidence.platform_purchases import (
    COUNTED,
    ORDERS,
    PLATFORM,
    PURCHASES,
)
from quanheng.audit.facts.evidence.recomputed import is_contradicted
from quanheng.audit.facts.evidence.registers import (
    figure,
    no_entries,
    place_of,
    question,
    register_of,
    rows_about,
    stated_in,
)
from quanheng.audit.rule import (
    Answer,
    Hit,
    Insufficient,
    Need,
    Severity,
    insufficient,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.computed.measured import Measured, rows_in_words
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Dimension
from quanheng.evidence.bindings.limits import TOLERANCES, tolerances_in
from quanheng.evidence.measures.base.ask import Ask
from quanheng.language.words import any_of

ROWS: Final = "words.purchase_rows"
RESERVES: Final = "words.reserve_rows"
_FOOD: Final = ("食堂食材", "公务接待", "学校供餐", "其他", "")


@rule(
    code="RG301",
    name="purchases-differ-from-platform",
    title=Words("消费帮扶数据与平台不符", "Purchases differ from the platform export"),
    message=Words(
        "“{name}”填为{stated}，按{source}应为{computed}（{rows}）",
        "“{name}” says {stated}; {source} give {computed} ({rows})",
    ),
    variants={
        "county": Words(
            "消费帮扶订单台账有{count}笔832平台订单的供应商不属于832个脱贫县（{rows}）",
            "the suppliers of {count} orders over the platform are of no listed county "
            "(orders, {rows})",
        ),
    },
    severity=Severity.WARNING,
    basis=(("财政部2022年832平台预留份额通知", "预留份额"),),
    law=(ROWS, RESERVES, *TOLERANCES),
    needs=Need.REGISTER,
    registers=(
        ORDERS,
        PURCHASES,
    ),
)
def purchases_differ_from_platform(dossier: Dossier) -> Iterator[Answer]:
    """Purchases on the platform (832平台) differ from the platform's export.

    Why it matters:
        The platform counts every order; a higher figure has no basis.

    What it leaves alone:
        Sales support outside the platform; union purchases, which may be included or
        not; orders that were cancelled or returned; the reserved share; rows
        reported by EV204.
    """
    if all(register_of(dossier, name) is None for name in (ORDERS, PURCHASES)):
        yield no_entries(dossier, ORDERS)
        return
    rows = rows_about(dossier, ORDERS, dossier.law.words(ROWS))
    for row in rows:
        is_reserve = any_of(dossier.law.words(RESERVES), row.title)
        if not is_reserve and not is_contradicted(dossier, row):
            yield from _differing(dossier, row)
    yield from _of_other_counties(dossier, rows)


def _differing(dossier: Dossier, row: Indicator) -> Iterator[Hit | Insufficient]:
    """Compare an amount or a rate with the export; either way of counting may fit."""
    cell = place_of(dossier, [row])
    for dimension, ways in (
        (Dimension.MONEY, _sums(dossier)),
        (Dimension.RATE, _shares(dossier)),
    ):
        stated = stated_in(dossier, row, dimension)
        if stated is None:
            continue
        found = [(ask, measured) for ask in ways if (measured := figure(ask))]
        if not found:
            yield _not_compared(row)
            continue
        if any(_is_near(stated, one, dossier) for _, one in found):
            continue
        ask, measured = found[0]
        yield Hit.on(
            cell,
            {
                "name": row.title,
                "stated": cell.raw,
                "source": ask.register.kind.title,
                "computed": measured.told,
                "rows": rows_in_words(measured.used),
            },
        )


def _not_compared(row: Indicator) -> Insufficient:
    return insufficient(
        f"“{row.title}”未比对：台账无相应的采购额",
        f"“{row.title}” not compared: the registers give no such figure",
    )


def _is_near(stated: Decimal, measured: Measured, dossier: Dossier) -> bool:
    allowed = tolerances_in(dossier.law).of(measured.unit)
    return measured.value is not None and abs(stated - measured.value) <= allowed


def _sums(dossier: Dossier) -> Iterator[Ask]:
    """Amounts on the platform: of all funds, without the union's, or as reported."""
    if register_of(dossier, ORDERS) is not None:
        where = {"platform": (PLATFORM,), "status": COUNTED}
        yield question(dossier, ORDERS, "sum", "amount", where=where)
        without = {**where, "funds": _FOOD}
        yield question(dossier, ORDERS, "sum", "amount", where=without)
    else:
        yield question(dossier, PURCHASES, "sum", "on_platform")


def _shares(dossier: Dossier) -> Iterator[Ask]:
    """Purchases on the platform ÷ all food purchases."""
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
        "platform": (PLATFORM,),
        "status": COUNTED,
        "county_listed": ("否",),
    }
    found = figure(question(dossier, ORDERS, "count", where=where))
    if found and found.value:
        place = place_of(dossier, rows)
        yield Hit.on(
            place,
            {"count": found.value, "rows": rows_in_words(found.used)},
            variant="county",
        )
