from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Duration, Number, Sign
from quanheng.core.field import text_of
from quanheng.language.words import any_of

ESTIMATES = "words.estimates"
_OPEN_ENDED: Final = ("以上", "多")


@rule(
    code="VL303",
    name="actual-approximate",
    title=Words("业绩值含约数", "Approximate actual"),
    message=Words(
        "“{name}”的业绩值“{value}”为约数，应填写实际数",
        "the actual “{value}” of “{name}” is rough; the exact figure is due",
    ),
    severity=Severity.INFO,
    basis=(("practice", "一般做法"),),
    law=(ESTIMATES,),
    needs_indicators=True,
)
def actual_approximate(dossier: Dossier) -> Iterator[Answer]:
    """The actual is approximate (约数).

    Why it matters:
        What was counted is known exactly; a rough figure was not counted.

    What it leaves alone:
        Values called estimates in the name or the note (估算, 测算); grades in
        words.
    """
    estimates = dossier.law.words(ESTIMATES)
    for reading in dossier.readings:
        row, value = reading.indicator, reading.actual
        if row.actual is None or not isinstance(value, Number | Duration):
            continue
        open_ended = row.actual.raw.endswith(_OPEN_ENDED)
        if value.sign is not Sign.ABOUT and not open_ended:
            continue
        if not any_of(estimates, row.title + text_of(row.reason)):
            yield Hit.on(row.actual, {"name": row.title, "value": row.actual.raw})
