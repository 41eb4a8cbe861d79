import re
from collections.abc import Iterator
from typing import Final

from quanheng.audit.dossier import Dossier
from quanheng.audit.facts.indicators.indicator_category import (
    AVERAGES,
    MARGIN,
    TERMS,
    better_category,
    categories_in,
)
from quanheng.audit.facts.indicators.time_targets import (
    SCALES,
    VAGUE_TIME,
    is_vague_time,
    names_time,
)
from quanheng.audit.rule import Answer, Hit, Severity, not_applicable, rule
from quanheng.core.bilingual import Words
from quanheng.core.expression import Number, Wording
from quanheng.core.field import text_of
from quanheng.core.indicator import LevelTwo
from quanheng.core.quantity import Dimension
from quanheng.language.words import any_of
from quanheng.law.book import Law
from quanheng.scoring.answers_in_words import QUALITATIVE_ANSWERS, qualitative_answer
from quanheng.scoring.reading import RowReading

TIMELY: Final = "words.timely_terms"
TIME_NOUNS: Final = "words.time_nouns"
_TIME_SIGN: Final = re.compile(r"[每月季周旬日天年]|小时|分钟|24h|之前|之内")
_NO_TIME: Final = (Dimension.COUNT, Dimension.MONEY, Dimension.AREA, Dimension.WEIGHT)


@rule(
    code="IN205",
    name="timeliness-without-time",
    title=Words("时效指标无时间要求", "Timeliness indicator without time"),
    message=Words(
        "时效指标“{name}”的目标值“{target}”无时间要求，应填写日期、期限或及时率",
        "the target “{target}” of the timeliness indicator “{name}” asks for no time; "
        "it should be a date, a limit or an on-time rate",
    ),
    severity=Severity.WARNING,
    basis=(("财预〔2021〕101号", ""),),
    law=(
        TERMS,
        MARGIN,
        AVERAGES,
        VAGUE_TIME,
        SCALES,
        TIMELY,
        TIME_NOUNS,
        QUALITATIVE_ANSWERS,
    ),
)
def timeliness_without_time(dossier: Dossier) -> Iterator[Answer]:
    """The target of a timeliness indicator (时效指标) has nothing to do with time.

    Why it matters:
        Points for being in time are earned without any time limit.

    What it leaves alone:
        Dates, lengths of time, frequencies and bare numbers; rates, unless the name
        asks for a time (完成时间); names or targets with words such as 及时; bands. An
        indicator of another category is reported by IN201, a vague time by VL208.

    Catalogue:
        Many approved forms have a rate of something done (资金到位率) under timeliness,
        so the rate alone is no fault.
    """
    rows = dossier.readings_in(LevelTwo.TIMELINESS)
    if not rows:
        yield not_applicable("无时效指标", "there are no timeliness indicators")
        return
    law = dossier.law
    categories = categories_in(law)
    for reading in rows:
        row = reading.indicator
        if row.target is None or not _lacks_time(reading, law):
            continue
        if is_vague_time(reading, law) or names_time(reading, law):
            continue
        if better_category(reading, categories, law) is None:
            yield Hit.on(row.target, {"name": row.title, "target": row.target.raw})


def _lacks_time(reading: RowReading, law: Law) -> bool:
    title, target = reading.indicator.title, reading.target
    written = text_of(reading.indicator.target)
    if isinstance(target, Number):
        dimension = target.quantity.unit.dimension
        if dimension is Dimension.RATE:
            return title.endswith(law.words(TIME_NOUNS))
        return dimension in _NO_TIME and not _speaks_of_time(title + written, law)
    if not isinstance(target, Wording) or qualitative_answer(written, law):
        return False
    return not _speaks_of_time(title + written, law)


def _speaks_of_time(text: str, law: Law) -> bool:
    return _TIME_SIGN.search(text) is not None or any_of(law.words(TIMELY), text)
