from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Expression, Sign
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator
from quanheng.core.quantity import Dimension, plain
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.reading import quantity_of

ROWS: Final = "words.opinion_rows"
CLOSING: Final = "words.opinion_closing"
CLASSES: Final = "words.opinion_classes"
CONFERENCE_HOURS: Final = "opinion.conference_hours"
MAJOR_HOURS: Final = "opinion.major_hours"
OTHER_HOURS: Final = "opinion.other_hours"
_HOURS_IN: Final = {
    Dimension.HOURS: Decimal(1),
    Dimension.DAYS: Decimal(24),
    # A working day is never shorter than a day.
    Dimension.WORKING_DAYS: Decimal(24),
}


@rule(
    code="RG202",
    name="opinion-target-looser-than-rule",
    title=Words(
        "舆情回应目标宽于规定",
        "Target for answering public opinion looser than the rule",
    ),
    message=Words(
        "“{name}”的目标值为{target}，宽于规定的{limit}小时内",
        "the target of “{name}” is {target}; the rule is within {limit} hours",
    ),
    severity=Severity.WARNING,
    basis=(("国办发〔2016〕61号", "回应时限"), ("国办发〔2016〕80号", "回应时限")),
    law=(ROWS, CLOSING, CLASSES, CONFERENCE_HOURS, MAJOR_HOURS, OTHER_HOURS),
)
def opinion_target_looser_than_rule(dossier: Dossier) -> Iterator[Answer]:
    """The target for answering public opinion (舆情回应) allows more than the rule.

    Why it matters:
        It gives full marks for being slower than the State Council allows.

    What it leaves alone:
        The end of handling (处置, 办结) rather than the first answer; rates; bodies
        and years for which no limit is in force.
    """
    law = dossier.law
    rows = [r for r in dossier.readings if _is_first_answer(r.indicator, law)]
    if not rows:
        yield not_applicable(
            "无舆情回应指标", "there is no row on answering public opinion"
        )
        return
    for reading in rows:
        row = reading.indicator
        hours = _hours(reading.target)
        limit = law.number(_limit(row, law))
        if row.target is not None and hours is not None and hours > limit:
            yield Hit.on(
                row.target,
                {"name": row.title, "target": row.target.raw, "limit": plain(limit)},
            )


def _is_first_answer(row: Indicator, law: Law) -> bool:
    return any_of(law.words(ROWS), row.title) and not any_of(
        law.words(CLOSING), row.title
    )


def _hours(target: Expression) -> Decimal | None:
    """The longest time that a target allows, in hours; None for any other target."""
    quantity = quantity_of(target)
    sign = getattr(target, "sign", None)
    if quantity is None or sign in (Sign.AT_LEAST, Sign.MORE_THAN):
        return None
    factor = _HOURS_IN.get(quantity.unit.dimension)
    return None if factor is None else quantity.base_value * factor


def _limit(row: Indicator, law: Law) -> str:
    """The name of the limit for the class of case that a row is about."""
    text = row.name.raw + text_of(row.target)
    classes = law.word_groups(CLASSES)
    if any_of(classes["conference"], text):
        return CONFERENCE_HOURS
    return MAJOR_HOURS if any_of(classes["major"], text) else OTHER_HOURS
