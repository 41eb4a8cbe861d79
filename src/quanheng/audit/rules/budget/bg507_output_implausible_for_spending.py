from collections.abc import Iterator
from decimal import Decimal
from statistics import median
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.peers.unit_costs import UnitCost, unit_costs
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.budget import BudgetColumn, BudgetRow
from quanheng.core.quantity import plain, rounded
from quanheng.law.book import Law

RANGES: Final = "budget.unit_cost_range"
RATIO: Final = "budget.peer_cost_ratio"
FEWEST: Final = "budget.min_peers"
UNPAID_WORK: Final = "words.volunteer_marks"
_PLACES: Final = 4


@rule(
    code="BG507",
    name="output-implausible-for-spending",
    title=Words(
        "产出或目标与支出规模明显不符", "Output or goal out of proportion to the money"
    ),
    message=Words(
        "“{name}”为{count}{unit}，支出{spent}，折合每{unit}{cost}元，"
        "一般为{low}至{high}元，应核对",
        "“{name}” is {count} {unit} for {spent} spent: {cost} yuan each, usually {low} "
        "to {high}",
    ),
    variants={
        "peers": Words(
            "“{name}”折合每{unit}{cost}元，"
            "同部门{reports}份报告的中位数为{median}元，差异较大，应核对",
            "“{name}” costs {cost} yuan for each {unit}; the median of {reports} "
            "reports of the department is {median}",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(RANGES, RATIO, FEWEST, UNPAID_WORK),
)
def output_implausible_for_spending(dossier: Dossier) -> Iterator[Answer]:
    """A count is out of all proportion to the money spent (产出与支出不符).

    Why it matters:
        748 people are not trained for 1,000 yuan: count, amount or claim is wrong.

    What it leaves alone:
        Counts without a range of their own and with fewer than ten peers; too much
        money for one of several counts, as the others cost too; other money,
        volunteers and gifts that the text names.
    """
    project, law = dossier.project, dossier.law
    costs = tuple(unit_costs(project, dossier.readings))
    if project.budget is None or not costs:
        yield not_applicable("无支出数或数量指标", "there is no spending or no count")
        return
    if _has_other_means(dossier):
        return
    shown = project.budget.told(project.budget.spent or Decimal(0))
    for one in costs:
        hit = _outside_range(one, shown, law) or _apart_from_peers(one, dossier)
        if hit:
            yield hit


def _has_other_means(dossier: Dossier) -> bool:
    """Whether other means than this money did the work."""
    budget = dossier.project.budget
    other = budget.amount(BudgetRow.SPENT, BudgetColumn.OTHER) if budget else None
    return bool(other) or dossier.mentions(dossier.law.words(UNPAID_WORK))


def _outside_range(one: UnitCost, spent: Words, law: Law) -> Hit | None:
    for record in law.records(RANGES):
        words, low, high = record["words"], record["low"], record["high"]
        if not (
            isinstance(words, tuple)
            and isinstance(low, Decimal)
            and isinstance(high, Decimal)
        ):
            raise TypeError(f"{RANGES}: {record!r}")
        if not any(str(word) in one.indicator.title for word in words):
            continue
        if one.cost < low or (one.cost > high and one.is_only):
            limits = {"low": plain(low), "high": plain(high)}
            return _hit(one, {"spent": spent, **limits})
    return None


def _apart_from_peers(one: UnitCost, dossier: Dossier) -> Hit | None:
    law, costs = dossier.law, dossier.peers.costs(one)
    if len(costs) < law.number(FEWEST):
        return None
    middle, ratio = median(costs), law.number(RATIO)
    if middle / ratio <= one.cost <= middle * ratio:
        return None
    says = {"reports": len(costs), "median": _shown(middle)}
    return _hit(one, says, "peers")


def _hit(one: UnitCost, says: dict[str, object], variant: str = "") -> Hit:
    cell = one.indicator.actual or one.indicator.name
    common: dict[str, object] = {
        "name": one.indicator.title,
        "count": plain(one.count),
        "unit": one.unit,
        "cost": _shown(one.cost),
    }
    return Hit.on(cell, {**common, **says}, variant=variant)


def _shown(cost: Decimal) -> str:
    """元 with two places, more for the smallest amounts."""
    places = 2 if cost >= Decimal("0.01") else _PLACES
    return plain(rounded(cost, places))
