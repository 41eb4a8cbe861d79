from collections.abc import Iterator
from decimal import Decimal

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.money.cost_rows import (
    COST_SAVING,
    SEVERAL_YEARS,
    UNIT_COST,
    CostRow,
    cost_rows,
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words, listed
from quanheng.core.budget import Budget
from quanheng.core.field import Field, text_of
from quanheng.core.quantity import plain
from quanheng.language.words import any_of
from quanheng.scoring.budget.budget_sums import AMOUNT_TOLERANCE, amount_tolerance

WHOLE_COST = "words.whole_cost"
OTHER_FUNDS = "words.other_funds"
PART_OF_WHOLE = "其中"


@rule(
    code="BG506",
    name="cost-exceeds-budget",
    title=Words(
        "成本指标金额大于项目总预算", "Cost value larger than the whole budget"
    ),
    message=Words(
        "{name}为{cost}，超过全年预算{planned}，应核对",
        "“{name}” is {cost}, more than the whole budget of {planned}",
    ),
    variants={
        "two readings": Words(
            "{name}“{raw}”可读作{first}或{second}，按{larger}计，超过全年预算{planned}",
            "“{name}” “{raw}” reads {first} or {second}; "
            "{larger} exceeds the whole budget of {planned}",
        ),
        "sum": Words(
            "{names}合计{cost}，超过全年预算{planned}，应核对",
            "{names} add up to {cost}, more than the whole budget of {planned}",
        ),
    },
    severity=Severity.ERROR,
    basis=(("practice", "自评表审核中的常见问题"),),
    law=(
        AMOUNT_TOLERANCE,
        UNIT_COST,
        COST_SAVING,
        SEVERAL_YEARS,
        WHOLE_COST,
        OTHER_FUNDS,
    ),
)
def cost_exceeds_budget(dossier: Dossier) -> Iterator[Answer]:
    """A cost indicator (成本指标) is larger than the whole budget of the project.

    Why it matters:
        A part can't cost more than the whole: the amount, its unit or the budget is
        wrong.

    What it leaves alone:
        Costs per unit, savings and costs of several years; parts of a row for the
        whole; a share that other money pays. Where target and actual give one figure
        two units, both readings are named if either exceeds the budget.
    """
    budget = dossier.project.budget
    rows = tuple(cost_rows(dossier.readings, dossier.law))
    if budget is None or not budget.planned or not rows:
        yield not_applicable(
            "无全年预算数或总额类成本指标",
            "there is no budget or no cost indicator that states a total",
        )
        return
    limit = budget.planned + amount_tolerance(dossier.law)
    rows = tuple(row for row in rows if not _is_explained(row, dossier))
    over = [row for row in rows if row.largest > limit]
    for row in over:
        yield _hit(row, budget, budget.planned)
    if not over:
        yield from _sum(_parts(rows, dossier), budget, budget.planned, limit)


def _hit(row: CostRow, budget: Budget, planned: Decimal) -> Hit:
    cell = _cell(row)
    says: dict[str, object] = {
        "name": row.indicator.title,
        "planned": budget.told(planned),
    }
    if row.other is None:
        says["cost"] = budget.told(row.amount)
        return Hit.on(cell, says)
    says["raw"] = cell.raw
    first = Words(row.shown, f"{plain(row.amount)} yuan")
    second = Words(row.other_shown, f"{plain(row.other)} yuan")
    says["first"], says["second"] = first, second
    says["larger"] = first if row.amount == row.largest else second
    return Hit.on(cell, says, variant="two readings")


def _sum(
    rows: tuple[CostRow, ...], budget: Budget, planned: Decimal, limit: Decimal
) -> Iterator[Hit]:
    total = sum((row.amount for row in rows), Decimal(0))
    if len(rows) < 2 or total <= limit:
        return
    cells = [_cell(row) for row in rows]
    says = {
        "names": listed(f"“{row.indicator.title}”" for row in rows),
        "cost": budget.told(total),
        "planned": budget.told(planned),
    }
    yield Hit.across(cells, says, variant="sum")


def _parts(rows: tuple[CostRow, ...], dossier: Dossier) -> tuple[CostRow, ...]:
    """The rows that may be added up: actuals, of which none contains another."""
    whole = dossier.law.words(WHOLE_COST)
    if any(any_of(whole, row.indicator.title) for row in rows):
        return ()
    return tuple(
        row
        for row in rows
        if row.is_actual and not row.indicator.title.startswith(PART_OF_WHOLE)
    )


def _cell(row: CostRow) -> Field:
    cell = row.indicator.actual if row.is_actual else row.indicator.target
    return cell or row.indicator.name


def _is_explained(row: CostRow, dossier: Dossier) -> bool:
    words = dossier.law.words(OTHER_FUNDS)
    if any_of(words, text_of(row.indicator.reason)):
        return True
    title = row.indicator.title
    return any(title in text and any_of(words, text) for text in dossier.sentences)
