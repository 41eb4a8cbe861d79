from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import NO_BENEFIT_INDICATORS, Answer, Hit, Severity, rule
from quanheng.core.bilingual import Words
from quanheng.core.indicator import LevelOne
from quanheng.core.quantity import Dimension
from quanheng.language.words import any_of
from quanheng.scoring.reading import RowReading

ACTIVITIES = "words.output_activities"
EFFECTS = "words.effect_terms"


@rule(
    code="IN206",
    name="benefit-is-output",
    title=Words("效益指标实为产出指标", "Benefit indicator is an output"),
    message=Words(
        "效益指标“{name}”反映工作数量，属于产出指标，应调整归类",
        "the benefit indicator “{name}” counts what was done: an output",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""),),
    law=(ACTIVITIES, EFFECTS),
)
def benefit_is_output(dossier: Dossier) -> Iterator[Answer]:
    """A benefit indicator counts what was held or made (效益实为产出).

    Why it matters:
        The same work earns points twice, and nobody learns what it was good for.

    What it leaves alone:
        Counts of reach or effect: people employed or served, views, fewer accidents.
    """
    rows = dossier.readings_in(LevelOne.BENEFIT)
    if not rows:
        yield NO_BENEFIT_INDICATORS
        return
    activities = dossier.law.words(ACTIVITIES)
    effects = dossier.law.words(EFFECTS)
    for reading in rows:
        row = reading.indicator
        if not any_of(activities, row.title) or any_of(effects, row.title):
            continue
        if _counts(reading):
            yield Hit.on(row.name, {"name": row.title})


def _counts(reading: RowReading) -> bool:
    unit = reading.target_unit or reading.name_unit
    return unit is not None and unit.dimension is Dimension.COUNT
