"""Makes the budget block of a form compute (资金填报)."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from quanheng.core.budget import (
    LEVEL_COLUMNS,
    MONEY_ROWS,
    SOURCE_COLUMNS,
    Budget,
    BudgetColumn,
    BudgetRow,
)
from quanheng.core.field import Field
from quanheng.document.live import Alarm, Live, Tone
from quanheng.law.book import Law
from quanheng.live.cells.alarms import score_alarms
from quanheng.live.cells.live_row import RECOMPUTED, FormContext, shown_score
from quanheng.live.cells.number_formats import OFFICIAL_SCORE, RATE, SCORE
from quanheng.live.cells.sheet import Sheet
from quanheng.live.formulas import defined_names
from quanheng.live.formulas.expressions import (
    Place,
    both,
    cell,
    constant,
    equals,
    place_of,
    text,
)
from quanheng.live.formulas.score import execution_score
from quanheng.live.total_row import MoneyPoints
from quanheng.scoring.budget.execution_rate import denominator_row
from quanheng.scoring.budget.stated_rates import decimals_in, stated_percent

_MOST: Final = "1E+12"
_PARTS: Final = {BudgetColumn.TOTAL: SOURCE_COLUMNS, BudgetColumn.FISCAL: LEVEL_COLUMNS}
_SUM_TOLERANCE: Final = "0.01"
_NONE: Final = text("")


def fill_money(
    sheet: Sheet, budget: Budget, context: FormContext
) -> MoneyPoints | None:
    """Make a budget table compute.

    Returns:
        The points of the budget, None where an indicator row carries them.
    """
    places = {key: place_of(field.at) for key, field in budget.cells.items()}
    for key in places:
        if key[0] in MONEY_ROWS:
            _amount(sheet, places, key, context)
        else:
            _rate(sheet, budget, places, key, context)
    if context.has_amounts:
        _name_amounts(sheet, budget, context)
    return _points(sheet, budget, context)


Key = tuple[BudgetRow, BudgetColumn]


def has_amounts(budget: Budget | None, law: Law) -> bool:
    """Whether a budget table has the two amounts of the execution rate."""
    return budget is not None and all(
        budget.cell(row) is not None for row in (denominator_row(law), BudgetRow.SPENT)
    )


def _amount(
    sheet: Sheet, places: Mapping[Key, Place], key: Key, context: FormContext
) -> None:
    row, column = key
    place = places[key]
    if context.is_blank:
        received, spent = (
            places.get((name, column)) for name in (BudgetRow.RECEIVED, BudgetRow.SPENT)
        )
        if row is BudgetRow.BALANCE and received and spent:
            left = f"ROUND({cell(received)}-{cell(spent)},6)"
            is_known = f"COUNT({cell(received)},{cell(spent)})=2"
            sheet.put(place, Live(f"IF({is_known},{left},{_NONE})"))
            return
        sheet.open(place, Live(limits=("0", _MOST), hint="金额，单位见表头"))
    planned = places.get((denominator_row(context.law), column))
    if row is BudgetRow.SPENT and planned:
        over = both(
            f"COUNT({cell(place)},{cell(planned)})=2",
            f"{cell(place)}>{cell(planned)}+1E-9",
        )
        sheet.warn(place, Alarm(over))
    parts = [
        places[row, part] for part in _PARTS.get(column, ()) if (row, part) in places
    ]
    if parts:
        listed = ",".join(map(cell, parts))
        off = f"ABS({cell(place)}-SUM({listed}))>{_SUM_TOLERANCE}+1E-9"
        is_known = both(f"ISNUMBER({cell(place)})", f"COUNT({listed})>0")
        sheet.warn(place, Alarm(f"IF({is_known},{off},FALSE)", Tone.WARNING))


def _rate(
    sheet: Sheet,
    budget: Budget,
    places: Mapping[Key, Place],
    key: Key,
    context: FormContext,
) -> None:
    row, column = key
    part = BudgetRow.RECEIVED if row is BudgetRow.ARRIVAL_RATE else BudgetRow.SPENT
    whole = BudgetRow.ANNUAL
    if row is BudgetRow.EXECUTION_RATE:
        whole = denominator_row(context.law)
    above, below = places.get((part, column)), places.get((whole, column))
    if above is None or below is None:
        return
    is_known = both(f"COUNT({cell(above)},{cell(below)})=2", f"N({cell(below)})>0")
    if context.is_blank:
        rate = f"ROUND({cell(above)}/{cell(below)}+1E-13,4)"
        sheet.put(places[key], Live(f"IF({is_known},{rate},{_NONE})", number=RATE))
        return
    stated = budget.cells[key]
    percent = stated_percent(stated)
    if percent is None:
        return
    shown = cell(places[key])
    in_percent = f"{shown}*100" if "%" in stated.raw else shown
    half = Decimal(1).scaleb(-decimals_in(percent)) / 2
    off = (
        f"ABS({in_percent}-{cell(above)}*100/{cell(below)})"
        f">{constant(half)}+{defined_names.RATE_TOLERANCE}"
    )
    is_stated = both(is_known, f"ISNUMBER({shown})")
    sheet.warn(places[key], Alarm(f"IF({is_stated},{off},FALSE)"))


def _name_amounts(sheet: Sheet, budget: Budget, context: FormContext) -> None:
    """Define names for planned and spent, used by formulas of any table."""
    rows = (denominator_row(context.law), BudgetRow.SPENT)
    headings = ("预算数", "执行数")
    for name, row, heading in zip(context.amount_names, rows, headings, strict=True):
        field = budget.cells[row, BudgetColumn.TOTAL]
        place = place_of(field.at)
        formula = _number(cell(place), field, budget.amount(row), budget.factor)
        live = Live(formula, is_hidden=True, name=name)
        sheet.put_beside(place[0], heading, live)


def _number(place: str, field: Field, amount: Decimal | None, factor: Decimal) -> str:
    """The amount in the unit of the table, also of a text that the report explains."""
    rest = _NONE
    if amount is not None:
        known = equals(f"TRIM({place})", field.raw)
        rest = f"IF({known},{constant(amount / factor)},{_NONE})"
    return f"IF(ISNUMBER({place}),{place},{rest})"


def _points(sheet: Sheet, budget: Budget, context: FormContext) -> MoneyPoints | None:
    if budget.weight is None or not budget.weight.at.row or budget.score is None:
        return None
    weight, score = place_of(budget.weight.at), place_of(budget.score.at)
    if not context.has_amounts:
        return None
    own_weight = f"IF(ISNUMBER({cell(weight)}),{cell(weight)},{_NONE})"
    computed = execution_score(own_weight, *context.amount_names, context.law)
    if context.is_blank:
        sheet.open(weight, Live(limits=("0", "100"), hint="预算执行率的分值"))
        sheet.put(score, Live(computed, number=OFFICIAL_SCORE))
        return MoneyPoints(weight, score, score)
    rows = context.card.rows if context.card else ()
    shown = next((shown_score(row) for row in rows if row.indicator is None), "")
    beside = sheet.put_beside(score[0], RECOMPUTED, Live(computed, number=SCORE), shown)
    sheet.warn(score, *score_alarms(cell(score), cell(weight), cell(beside)))
    return MoneyPoints(weight, score, beside)
