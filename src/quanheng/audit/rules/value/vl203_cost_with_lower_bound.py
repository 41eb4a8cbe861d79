from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.turned_sign import turned
from quanheng.audit.rule import Answer, Fixing, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Sign
from quanheng.language.words import any_of
from quanheng.scoring.direction import PAID_STANDARDS

SAVINGS = "words.cost_saving"


@rule(
    code="VL203",
    name="cost-with-lower-bound",
    title=Words("成本指标目标值设为下限", "Cost indicator with a lower bound"),
    message=Words(
        "成本指标“{name}”的目标值“{target}”为下限，应设上限",
        "the target “{target}” of the cost indicator “{name}” is a lower limit; an "
        "upper one is due",
    ),
    variants={
        "standard": Words(
            "“{name}”为应付标准，目标值“{target}”建议改用“=”",
            "“{name}” is a standard that has to be paid; “{target}” should read =",
        )
    },
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(SAVINGS, PAID_STANDARDS),
    fixing=Fixing.UNSAFE,
)
def cost_with_lower_bound(dossier: Dossier) -> Iterator[Answer]:
    """The target of a cost indicator is a lower limit (成本下限).

    Why it matters:
        With ≥ the more expensive project earns the points.

    What it leaves alone:
        Savings, income and rates among the cost indicators. For minimum standards
        that have to be paid the finding is info.
    """
    rows = [reading for reading in dossier.readings if reading.indicator.is_cost]
    if not rows:
        yield not_applicable("无成本指标", "there are no cost indicators")
        return
    for reading in rows:
        row = reading.indicator
        if not reading.sign_is_stated or row.target is None:
            continue
        if reading.sign not in (Sign.AT_LEAST, Sign.MORE_THAN):
            continue
        if any_of(dossier.law.words(SAVINGS), row.title):
            continue
        paid = any_of(dossier.law.words(PAID_STANDARDS), row.title)
        yield Hit.on(
            row.target,
            {"name": row.title, "target": row.target.raw},
            severity=Severity.INFO if paid else None,
            variant="standard" if paid else "",
            edits=() if paid else turned(row.target),
        )
