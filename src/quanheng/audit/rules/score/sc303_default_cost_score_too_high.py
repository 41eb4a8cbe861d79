from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import (
    Answer,
    Edit,
    Fixing,
    Hit,
    Severity,
    insufficient,
    not_applicable,
    rule,
)
from quanheng.core.bilingual import Words
from quanheng.core.quantity import plain

CAP: Final = "self_evaluation.default_cost_score_cap"
NAMES: Final = "words.default_cost_names"


@rule(
    code="SC303",
    name="default-cost-score-too-high",
    title=Words("默认成本指标得分超过上限", "Default cost row scored too high"),
    message=Words(
        "默认成本指标“{name}”得{stated}分，超过上限（{cap}分）",
        "the default cost row “{name}” has {stated} points; {cap} is the most",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "山西省财政信息系统的做法"),),
    law=(CAP, NAMES),
    fixing=Fixing.UNSAFE,
)
def default_cost_score_too_high(dossier: Dossier) -> Iterator[Answer]:
    """The cost row added by the system exceeds the cap on its score (默认成本指标).

    Why it matters:
        A project that set no cost indicator should not earn points from one.

    What it leaves alone:
        Regions and dates without such a cap; an unknown year, since the cap took
        effect on a certain day; cost indicators that the project set itself.
    """
    cap = dossier.law.value(CAP)
    if not isinstance(cap, Decimal):
        yield not_applicable("适用的口径未规定上限", "no such cap is in force here")
        return
    if dossier.law.day is None:
        yield insufficient("未注明评价年度", "there is no evaluation year")
        return
    costs = [row for row in dossier.project.indicators if row.is_cost]
    names = dossier.law.words(NAMES)
    if not costs or any(row.title not in names for row in costs):
        return
    for claim in dossier.claims:
        row = claim.reading.indicator
        if row.is_cost and claim.stated > cap:
            yield Hit.on(
                claim.cell,
                {"name": row.title, "stated": plain(claim.stated), "cap": plain(cap)},
                edits=(Edit.on(claim.cell, plain(cap), safe=False),),
            )
