from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.approval import is_name_approved
from quanheng.audit.rule import Answer, Hit, Severity, rule
from quanheng.comparing.counterparts import NAME_SIMILARITY
from quanheng.core.bilingual import Words
from quanheng.core.expression import Deadline, Duration, Number, Span
from quanheng.core.field import text_of
from quanheng.core.quantity import Dimension
from quanheng.language.phrases.scales import has_graded_bands
from quanheng.language.phrases.slogans import is_slogan
from quanheng.scoring.reading import RowReading

NOUNS = "words.measurable_nouns"
VERBS = "words.slogan_verbs"
SCALES = "words.graded_scales"


@rule(
    code="IN301",
    name="slogan-as-indicator",
    title=Words("指标名称为口号式表述", "Indicator name is a slogan"),
    message=Words(
        "三级指标“{name}”未说明衡量内容，应改为可衡量的名称",
        "the indicator “{name}” does not say what is measured",
    ),
    variants={
        "approved": Words(
            "批复的三级指标“{name}”未说明衡量内容，建议报请批复部门修改名称",
            "the approved indicator “{name}” does not say what is measured; a matter "
            "for the approver",
        )
    },
    severity=Severity.WARNING,
    basis=(("财预〔2015〕88号", ""),),
    law=(NOUNS, VERBS, SCALES, NAME_SIMILARITY),
    needs_indicators=True,
)
def slogan_as_indicator(dossier: Dossier) -> Iterator[Answer]:
    """The name of an indicator is a slogan (口号).

    Why it matters:
        What is not named can't be measured, so any score is as good as another.

    What it leaves alone:
        A target with graded bands; a target in units, a date or a time, which shows
        what is counted. An approved name is info, addressed to the approver.

    Catalogue:
        A numeric target with a unit of its own (500人) was added to what is left alone.
    """
    nouns, verbs = dossier.law.words(NOUNS), dossier.law.words(VERBS)
    scales = dossier.law.word_lists(SCALES)
    for reading in dossier.readings:
        row = reading.indicator
        if not is_slogan(row.title, nouns, verbs) or _shows_measure(reading):
            continue
        if has_graded_bands(scales, text_of(row.target)):
            continue
        approved = is_name_approved(dossier, row)
        yield Hit.on(
            row.name,
            {"name": row.title},
            severity=Severity.INFO if approved else None,
            variant="approved" if approved else "",
        )


def _shows_measure(reading: RowReading) -> bool:
    """Whether the target's unit shows what is counted."""
    match reading.target:
        case Deadline() | Duration():
            return True
        case Number(quantity=quantity) | Span(high=quantity):
            return quantity.unit.dimension not in (Dimension.NONE, Dimension.RATE)
        case _:
            return False
