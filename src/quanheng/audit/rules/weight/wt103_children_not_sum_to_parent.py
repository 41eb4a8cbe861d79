from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    NO_INDICATORS,
    Answer,
    Hit,
    Severity,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.field import Field, filled, text_of
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import plain

TOLERANCE = "self_evaluation.weight_tolerance"


@rule(
    code="WT103",
    name="children-not-sum-to-parent",
    title=Words("下级权重合计不等于上级", "Child weights do not add up to the parent"),
    message=Words(
        "“{parent}”标明{stated}分，其下各指标权重合计为{sum}分",
        "“{parent}” is printed with {stated} points; the weights below it add up to "
        "{sum}",
    ),
    severity=Severity.ERROR,
    basis=(("practice", "省级财政信息系统的做法"),),
    law=(TOLERANCE,),
    judges_whole=True,
)
def children_not_sum_to_parent(dossier: Dossier) -> Iterator[Answer]:
    """The weights below a category do not add up to its weight (上下级权重).

    Why it matters:
        The printed points of a category are what was approved for it.

    What it leaves alone:
        Forms that print no points at their categories; a category below which a
        weight is blank or can't be read.
    """
    rows = dossier.project.indicators
    if not rows:
        yield NO_INDICATORS
        return
    if not any(row.level1_weight or row.level2_weight for row in rows):
        yield not_applicable("上级指标未标明权重", "no category is printed with points")
        return
    tolerance = dossier.law.number(TOLERANCE)
    for _, group in groupby(rows, key=lambda row: text_of(row.level1)):
        family = tuple(group)
        yield from _compared(
            family[0].level1, family[0].level1_weight, family, tolerance
        )
        for _, inner in groupby(family, key=lambda row: text_of(row.level2)):
            children = tuple(inner)
            yield from _compared(
                children[0].level2, children[0].level2_weight, children, tolerance
            )


def _compared(
    label: Field | None,
    printed: Field | None,
    children: Sequence[Indicator],
    tolerance: Decimal,
) -> Iterator[Hit]:
    if label is None or printed is None or printed.number is None:
        return
    weights = [row.weight for row in children if filled(row.weight)]
    numbers = [weight.number for weight in weights if weight is not None]
    known = [number for number in numbers if number is not None]
    unread = len(known) < len(weights) or any(
        filled(row.score) and not filled(row.weight) for row in children
    )
    total = sum(known, Decimal(0))
    if not known or unread or abs(total - printed.number) <= tolerance:
        return
    yield Hit.on(
        printed,
        {"parent": label.raw, "stated": plain(printed.number), "sum": plain(total)},
        also=tuple(weight.at for weight in weights if weight is not None),
    )
