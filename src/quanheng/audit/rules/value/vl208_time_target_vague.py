from collections.abc import Iterator

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.time_targets import (
    SCALES,
    VAGUE_TIME,
    is_vague_time,
    names_time,
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.indicator import LevelTwo


@rule(
    code="VL208",
    name="time-target-vague",
    title=Words("时效目标不明确", "Vague time target"),
    message=Words(
        "“{name}”的时效目标“{target}”未明确起止时间、期限或及时率",
        "the target “{target}” of “{name}” names no start, end or on-time rate",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""),),
    law=(VAGUE_TIME, SCALES),
)
def time_target_vague(dossier: Dossier) -> Iterator[Answer]:
    """The target of a timeliness indicator names no time (时效目标).

    Why it matters:
        Whoever only promises "in time" is never late.

    What it leaves alone:
        Bands that say what "in time" means; processing times (5个工作日内); dates and
        rates; a row whose name gives the year or the month.
    """
    rows = dossier.readings_in(LevelTwo.TIMELINESS)
    if not rows:
        yield not_applicable("无时效指标", "there are no timeliness indicators")
        return
    law = dossier.law
    for reading in rows:
        row = reading.indicator
        if row.target is None or not is_vague_time(reading, law):
            continue
        if not names_time(reading, law):
            yield Hit.on(row.target, {"name": row.title, "target": row.target.raw})
