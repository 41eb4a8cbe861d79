from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.language.words import any_of
from quanheng.scoring.reading import quantity_of

WHOLE_UNITS = "words.whole_units"
AVERAGES = "words.averages"


@rule(
    code="VL105",
    name="fractional-count",
    title=Words("计数出现小数", "Fraction in a count"),
    message=Words(
        "“{name}”的{cell}为{value}，以“{unit}”计数应为整数",
        "the {cell} of “{name}” is {value}; a count in {unit} is a whole number",
    ),
    severity=Severity.ERROR,
    basis=(("practice", "一般做法"),),
    law=(WHOLE_UNITS, AVERAGES),
    needs_indicators=True,
)
def fractional_count(dossier: Dossier) -> Iterator[Answer]:
    """A count of persons or things has a fraction (计数小数).

    Why it matters:
        Nobody trains half a person: the figure was computed backwards or belongs to
        another unit.

    What it leaves alone:
        Scaled units (万人, 万份); averages; measures such as area or money.
    """
    whole, averages = dossier.law.words(WHOLE_UNITS), dossier.law.words(AVERAGES)
    for reading in dossier.readings:
        row = reading.indicator
        if any_of(averages, row.title):
            continue
        for label, cell, value in (
            (Words("目标值", "target"), row.target, reading.target),
            (Words("业绩值", "actual"), row.actual, reading.actual),
        ):
            quantity = quantity_of(value)
            if cell is None or quantity is None or quantity.value % 1 == 0:
                continue
            if quantity.unit.symbol in whole:
                yield Hit.on(
                    cell,
                    {
                        "name": row.title,
                        "cell": label,
                        "value": quantity,
                        "unit": quantity.unit.symbol,
                    },
                )
