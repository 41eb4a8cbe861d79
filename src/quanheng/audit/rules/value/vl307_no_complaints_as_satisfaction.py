from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.field import text_of
from quanheng.core.indicator import Indicator, LevelOne
from quanheng.core.quantity import Dimension
from quanheng.language.words import any_of
from quanheng.scoring.reading import RowReading

NO_COMPLAINT = "words.no_complaint"
_COMPLAINT: Final = "投诉"


@rule(
    code="VL307",
    name="no-complaints-as-satisfaction",
    title=Words("以无投诉代替满意度", "Absence of complaints taken as satisfaction"),
    message=Words(
        "“{name}”以“{text}”代替满意度，应填写经调查得出的满意度",
        "“{name}” takes “{text}” for satisfaction; a surveyed share is due",
    ),
    severity=Severity.WARNING,
    basis=(("practice", "自评复核中的常见问题"),),
    law=(NO_COMPLAINT,),
)
def no_complaints_as_satisfaction(dossier: Dossier) -> Iterator[Answer]:
    """Absence of complaints is taken for satisfaction (无投诉).

    Why it matters:
        Silence is not an answer; most dissatisfied people never complain.

    What it leaves alone:
        Complaints as a separate indicator next to a satisfaction rate.
    """
    rows = dossier.readings_in(LevelOne.SATISFACTION)
    if not rows:
        yield not_applicable("无满意度指标", "there are no satisfaction indicators")
        return
    words = dossier.law.words(NO_COMPLAINT)
    has_rate = any(_is_rate(reading) for reading in rows)
    for reading in rows:
        row = reading.indicator
        if has_rate and _COMPLAINT in row.title:
            continue
        for cell in (row.target, row.actual, row.reason):
            if cell is not None and any_of(words, cell.raw):
                yield Hit.on(
                    cell, {"name": row.title, "text": cell.raw}, also=(row.name.at,)
                )
                break


def _is_rate(reading: RowReading) -> bool:
    row: Indicator = reading.indicator
    unit = reading.target_unit
    is_percent = unit is not None and unit.dimension is Dimension.RATE
    return is_percent and _COMPLAINT not in text_of(row.name)
